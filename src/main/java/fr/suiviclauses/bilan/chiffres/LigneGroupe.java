package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;

/** One of the 14 groups with counted hours; people once in it, whatever their families. */
public record LigneGroupe(String groupe, Heures heures, long beneficiaires, long marches) {}
