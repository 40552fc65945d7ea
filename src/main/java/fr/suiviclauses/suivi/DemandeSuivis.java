package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.liste.Recherche;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address asks of the follow-ups.
 *
 * @param cohorte the year of the hours; null: all
 * @param entreprise an employer of that year; null: all
 * @param beneficiaire one person alone; null: all
 * @param miens only who works, or is expected, on the marchés in her charge
 */
record DemandeSuivis(
        EtatSuivi etat,
        @Nullable Integer jalon,
        @Nullable Integer cohorte,
        @Nullable Long entreprise,
        @Nullable Long beneficiaire,
        boolean miens,
        Recherche recherche,
        int page) {

    /** The only choice of the filter by facilitateur besides all. */
    static final String MIENS = "miens";

    /** All of one person's. */
    static DemandeSuivis personne(long beneficiaire) {
        return new DemandeSuivis(EtatSuivi.TOUS, null, null, null, beneficiaire, false, Recherche.AUCUNE, 1);
    }

    /** One of one person's. */
    static DemandeSuivis personne(long beneficiaire, int cohorte, int jalon) {
        return new DemandeSuivis(EtatSuivi.TOUS, jalon, cohorte, null, beneficiaire, false, Recherche.AUCUNE, 1);
    }

    static DemandeSuivis of(Map<String, String> adresse) {
        Long jalon = number(adresse, "jalon");
        if (jalon != null && jalon != 3 && jalon != 6 && jalon != 12)
            throw new RequeteInvalideException("« jalon » est 3, 6 ou 12.");
        Long cohorte = number(adresse, "cohorte");
        if (cohorte != null && (cohorte < 1990 || cohorte > 2200))
            throw new RequeteInvalideException("« cohorte » est une année.");
        Long page = number(adresse, "page");
        if (page != null && (page < 1 || page > 1_000_000))
            throw new RequeteInvalideException("« page » doit être un nombre à partir de 1.");
        String suivi = adresse.getOrDefault("suivi", "");
        if (!suivi.isEmpty() && !suivi.equals(MIENS))
            throw new RequeteInvalideException("« suivi » ne connaît pas ce choix.");
        return new DemandeSuivis(
                etat(adresse.getOrDefault("etat", ""), adresse.getOrDefault("beneficiaire", "")),
                jalon == null ? null : jalon.intValue(),
                cohorte == null ? null : cohorte.intValue(),
                number(adresse, "entreprise"),
                number(adresse, "beneficiaire"),
                !suivi.isEmpty(),
                Recherche.of(adresse),
                page == null ? 1 : page.intValue());
    }

    /** A link to one person shows her follow-ups whatever their state. */
    private static EtatSuivi etat(String code, String beneficiaire) {
        if (code.isEmpty()) return beneficiaire.isEmpty() ? EtatSuivi.A_APPELER : EtatSuivi.TOUS;
        return Arrays.stream(EtatSuivi.values())
                .filter(etat -> etat.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new RequeteInvalideException("« etat » ne connaît pas ce choix."));
    }

    private static @Nullable Long number(Map<String, String> adresse, String nom) {
        String texte = adresse.getOrDefault(nom, "");
        if (texte.isEmpty()) return null;
        if (!texte.matches("[0-9]{1,18}")) throw new RequeteInvalideException("« " + nom + " » est un nombre.");
        return Long.valueOf(texte);
    }

    DemandeSuivis sur(int autrePage) {
        return new DemandeSuivis(etat, jalon, cohorte, entreprise, beneficiaire, miens, recherche, autrePage);
    }

    DemandeSuivis avec(EtatSuivi autre) {
        return new DemandeSuivis(autre, jalon, cohorte, entreprise, beneficiaire, miens, recherche, 1);
    }

    DemandeSuivis avec(Recherche autre) {
        return new DemandeSuivis(etat, jalon, cohorte, entreprise, beneficiaire, miens, autre, 1);
    }

    /** Nothing but the page is asked. */
    boolean sansFiltre() {
        return etat == EtatSuivi.A_APPELER
                && jalon == null
                && cohorte == null
                && entreprise == null
                && beneficiaire == null
                && !miens
                && recherche.vide();
    }

    /** The query part of the address of a page, without "?"; empty: nothing is asked. */
    String requete(int autrePage) {
        StringBuilder requete = new StringBuilder();
        if (beneficiaire != null ? etat != EtatSuivi.TOUS : etat != EtatSuivi.A_APPELER)
            requete.append("&etat=").append(etat.name());
        if (jalon != null) requete.append("&jalon=").append(jalon);
        if (cohorte != null) requete.append("&cohorte=").append(cohorte);
        if (entreprise != null) requete.append("&entreprise=").append(entreprise);
        if (beneficiaire != null) requete.append("&beneficiaire=").append(beneficiaire);
        if (miens) requete.append("&suivi=").append(MIENS);
        requete.append(recherche.parametre());
        if (autrePage > 1) requete.append("&page=").append(autrePage);
        return requete.isEmpty() ? "" : requete.substring(1);
    }

    String adresse(int autrePage) {
        String requete = requete(autrePage);
        return requete.isEmpty() ? "/suivis" : "/suivis?" + requete;
    }

    /** All pages as a file, its format to be added. */
    String fichier() {
        String requete = requete(1);
        return "/suivis?" + (requete.isEmpty() ? "" : requete + "&") + "format=";
    }
}
