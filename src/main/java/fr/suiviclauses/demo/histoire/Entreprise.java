package fr.suiviclauses.demo.histoire;

/** An invented company; {@code type} is a code of the nomenclature. */
record Entreprise(String nom, String siren, String type) {

    /** Before one is chosen. */
    static final Entreprise AUCUNE = new Entreprise("", "", "CLASSIQUE");
}
