package fr.suiviclauses.entreprise;

import fr.suiviclauses.liste.Liste;

/** The list of companies. */
record EntreprisesPage(Liste liste) {}
