package fr.suiviclauses.proprietes;

/** One row of a follow-up file. */
record Suivi(String beneficiaireRef, int cohorte, int jalon, String situation) {}
