package fr.suiviclauses.entreprise;

import org.jspecify.annotations.Nullable;

/** A company that may be the one being created. */
record Jumelle(long id, String nom, @Nullable String siren, boolean actif) {}
