package fr.suiviclauses.nomenclature;

import fr.suiviclauses.liste.Liste;

/** The list of purchase families. */
record FamillesPage(Liste liste) {}
