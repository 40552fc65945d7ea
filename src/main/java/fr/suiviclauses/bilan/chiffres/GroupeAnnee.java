package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;

/** Counted hours of one group of purchase families in one year. */
public record GroupeAnnee(int annee, String groupe, Heures heures) {}
