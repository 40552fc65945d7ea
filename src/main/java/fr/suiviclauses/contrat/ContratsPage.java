package fr.suiviclauses.contrat;

import fr.suiviclauses.liste.Liste;

/** The list of contracts. */
record ContratsPage(Liste liste) {}
