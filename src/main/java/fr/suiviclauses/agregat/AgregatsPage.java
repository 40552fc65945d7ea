package fr.suiviclauses.agregat;

import fr.suiviclauses.liste.Liste;

/** The list of declared figures. */
record AgregatsPage(Liste liste) {}
