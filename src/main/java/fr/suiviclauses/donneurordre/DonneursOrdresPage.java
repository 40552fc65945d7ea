package fr.suiviclauses.donneurordre;

import fr.suiviclauses.liste.Liste;

/** The list of buyers. */
record DonneursOrdresPage(Liste liste) {}
