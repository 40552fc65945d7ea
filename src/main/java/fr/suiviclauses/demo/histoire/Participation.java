package fr.suiviclauses.demo.histoire;

/** A company's role on a lot. */
record Participation(Entreprise entreprise, String role) {

    static final String TITULAIRE = "TITULAIRE";
    static final String COTRAITANT = "COTRAITANT";
    static final String SOUS_TRAITANT = "SOUS_TRAITANT";

    /** Before one is chosen. */
    static final Participation AUCUNE = new Participation(Entreprise.AUCUNE, TITULAIRE);
}
