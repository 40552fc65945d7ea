package fr.suiviclauses.commun;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * What someone was entering when she saw that a record lacked, a company or a person: she enters it first, and comes back
 * to what she was doing, with it. All that is to come back to travels in the addresses of the forms on the way.
 *
 * @param parametre the name that it has in those addresses; empty where nobody came from anywhere
 * @param valeur what stands there
 * @param suite where it goes on, up to the id of the record that lacked
 */
public record Detour(String parametre, String valeur, String suite) {

    /** Beyond that, an address is refused before anybody reads it: what it holds is encoded twice, in 8 kB of headers. */
    private static final int LONGUEUR = 3_500;

    /** What {@link UriUtils#encode} leaves, so that it leads to a form and nowhere else. */
    private static final Pattern SAISIE = Pattern.compile("[A-Za-z0-9%=&_.~-]{1," + LONGUEUR + "}=");

    private static final Detour AUCUN = new Detour("", "", "");

    /**
     * Reads the parameters of an address, empty where it has none.
     *
     * @param lot the lot that lacks a company
     * @param contrat see {@link #contrat}
     * @throws IntrouvableException for 404, where one is not what this application writes
     */
    public static Detour of(String lot, String contrat) {
        if (!contrat.isEmpty()) return contrat(contrat);
        if (lot.isEmpty()) return AUCUN;
        long id = Identifiant.parse(lot);
        return new Detour("lot", lot, "/lots/" + id + "/participations/nouvelle?entreprise=");
    }

    /**
     * From a contract that is being entered.
     *
     * @param saisie what its address says of it so far; it ends with the field that is to be filled: "type=CTT&employeur="
     * @throws IntrouvableException for 404, where it is not what this application writes
     */
    public static Detour contrat(String saisie) {
        if (saisie.isEmpty()) return AUCUN;
        if (!SAISIE.matcher(saisie).matches())
            throw new IntrouvableException("Ce contrat en cours de saisie n’existe pas.");
        return new Detour("contrat", saisie, "/contrats/nouveau?" + saisie);
    }

    /** Whether an address can hold it. */
    public static boolean fits(String saisie) {
        return SAISIE.matcher(saisie).matches();
    }

    /** Whether somebody came from somewhere. */
    public boolean engage() {
        return !suite.isEmpty();
    }

    /** The address of the next form on the way. */
    public String on(String adresse) {
        return engage() ? adresse + "?" + parametre + "=" + UriUtils.encode(valeur, StandardCharsets.UTF_8) : adresse;
    }

    /** Back, with that record. */
    public String with(long id) {
        return suite + id;
    }

    /** Back without it, or there if nobody came from anywhere. */
    public String retour(String sinon) {
        return engage() ? suite.replaceFirst("[?&][a-z]+=$", "") : sinon;
    }
}
