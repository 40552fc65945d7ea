package fr.suiviclauses.nomenclature;

/** The form of a parameter's new value. */
record ParametrePage(String code, String titre, String aide) {}
