package fr.suiviclauses.demo.histoire;

/** The hours of one month of a contract, in hundredths; {@code statut} is a code of the nomenclature. */
record Releve(int mois, int centiemes, String statut) {

    static final String VALIDEE = "VALIDEE";
    static final String DECLAREE = "DECLAREE";
    static final String BROUILLON = "BROUILLON";
    static final String REJETEE = "REJETEE";

    /** Full time: 151.67 h a month, which no person exceeds over all contracts. */
    static final int TEMPS_PLEIN = 15167;
}
