package fr.suiviclauses.commun;

/** The id of a record in an address. */
public final class Identifiant {

    private static final int CHIFFRES = 18;

    private Identifiant() {}

    /**
     * Reads digits; a number too long to be an id is one that does not exist.
     *
     * @throws IntrouvableException for 404
     */
    public static long parse(String chiffres) {
        if (!chiffres.matches("[0-9]{1," + CHIFFRES + "}")) throw new IntrouvableException("Cette fiche n’existe pas.");
        return Long.parseLong(chiffres);
    }
}
