package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;

/** A fine purchase family with counted hours; people and marchés are those with counted hours in it. */
public record LigneFamille(String groupe, String famille, Heures heures, long beneficiaires, long marches) {}
