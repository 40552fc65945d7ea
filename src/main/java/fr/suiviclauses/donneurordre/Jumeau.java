package fr.suiviclauses.donneurordre;

/** A buyer that may be the one being created. */
record Jumeau(long id, String nom, String nature, boolean actif, long marches) {}
