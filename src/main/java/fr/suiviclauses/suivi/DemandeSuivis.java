package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.RequeteInvalideException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address asks of the follow-ups.
 *
 * @param cohorte the year of the hours; null: all
 * @param entreprise an employer of that year; null: all
 * @param beneficiaire one person alone; null: all
 */
record DemandeSuivis(
        EtatSuivi etat,
        @Nullable Integer jalon,
        @Nullable Integer cohorte,
        @Nullable Long entreprise,
        @Nullable Long beneficiaire,
        int page) {

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
        return new DemandeSuivis(
                etat(adresse.getOrDefault("etat", ""), adresse.getOrDefault("beneficiaire", "")),
                jalon == null ? null : jalon.intValue(),
                cohorte == null ? null : cohorte.intValue(),
                number(adresse, "entreprise"),
                number(adresse, "beneficiaire"),
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
        return new DemandeSuivis(etat, jalon, cohorte, entreprise, beneficiaire, autrePage);
    }

    /** Nothing but the page is asked. */
    boolean sansFiltre() {
        return etat == EtatSuivi.A_APPELER
                && jalon == null
                && cohorte == null
                && entreprise == null
                && beneficiaire == null;
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
        if (autrePage > 1) requete.append("&page=").append(autrePage);
        return requete.isEmpty() ? "" : requete.substring(1);
    }
}
