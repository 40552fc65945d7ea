package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Mois;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.referentiel.StatutHeures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows and which months a grid shows: all that its address says.
 *
 * @param mois the month of the month view; null: the year
 * @param cibles what is followed, by the name of its parameter: marche, lot, entreprise, facilitateur, operation
 * @param statut only rows with hours of this status; null: all
 * @param page from 1; beyond the last, the last
 */
record FiltreHeures(
        int annee,
        @Nullable YearMonth mois,
        Map<String, Long> cibles,
        @Nullable StatutHeures statut,
        int page) {

    static final List<String> CIBLES = List.of("marche", "lot", "entreprise", "facilitateur", "operation");

    FiltreHeures {
        cibles = Map.copyOf(cibles);
    }

    /** The year's view. Without a year, that of last month, for in January December is what is typed. */
    static FiltreHeures annee(Map<String, String> adresse, LocalDate jour) {
        return new FiltreHeures(
                annee(adresse.get("annee"), jour),
                null,
                cibles(adresse),
                statut(adresse.get("statut")),
                page(adresse.getOrDefault("page", "1")));
    }

    /** The month's view. Without a month, last month. */
    static FiltreHeures mois(Map<String, String> adresse, LocalDate jour) {
        YearMonth mois = mois(adresse.get("mois"), jour);
        return new FiltreHeures(
                mois.getYear(),
                mois,
                cibles(adresse),
                statut(adresse.get("statut")),
                page(adresse.getOrDefault("page", "1")));
    }

    private static int annee(@Nullable String texte, LocalDate jour) {
        if (texte == null || texte.isEmpty()) return jour.minusMonths(1).getYear();
        if (!texte.matches("19[0-9]{2}|2[01][0-9]{2}"))
            throw new RequeteInvalideException("« annee » est une année de quatre chiffres.");
        return Integer.parseInt(texte);
    }

    private static YearMonth mois(@Nullable String texte, LocalDate jour) {
        if (texte == null || texte.isEmpty()) return YearMonth.from(jour).minusMonths(1);
        try {
            return Mois.parse(texte);
        } catch (SaisieRefuseeException refus) {
            throw new RequeteInvalideException(refus.phrase());
        }
    }

    private static Map<String, Long> cibles(Map<String, String> adresse) {
        Map<String, Long> cibles = new LinkedHashMap<>();
        for (String nom : CIBLES) {
            String texte = adresse.getOrDefault(nom, "");
            if (texte.isEmpty()) continue;
            if (!texte.matches("[0-9]{1,18}"))
                throw new RequeteInvalideException("« " + nom + " » est un identifiant.");
            cibles.put(nom, Long.valueOf(texte));
        }
        return cibles;
    }

    private static @Nullable StatutHeures statut(@Nullable String texte) {
        if (texte == null || texte.isEmpty()) return null;
        return Arrays.stream(StatutHeures.values())
                .filter(statut -> statut.name().equals(texte))
                .findFirst()
                .orElseThrow(() -> new RequeteInvalideException("« statut » n’est pas un statut d’heures."));
    }

    static int page(String texte) {
        if (!texte.matches("[1-9][0-9]{0,6}"))
            throw new RequeteInvalideException("« page » est un nombre à partir de 1.");
        return Integer.parseInt(texte);
    }

    boolean sansCible() {
        return cibles.isEmpty();
    }

    /** The columns. */
    List<YearMonth> colonnes() {
        return mois != null
                ? List.of(mois)
                : IntStream.rangeClosed(1, 12)
                        .mapToObj(numero -> YearMonth.of(annee, numero))
                        .toList();
    }

    LocalDate du() {
        return colonnes().get(0).atDay(1);
    }

    /** The last day. */
    LocalDate au() {
        return colonnes().get(colonnes().size() - 1).atEndOfMonth();
    }

    FiltreHeures sur(int autreAnnee) {
        return new FiltreHeures(autreAnnee, null, cibles, statut, 1);
    }

    FiltreHeures sur(@Nullable YearMonth autreMois) {
        return new FiltreHeures(autreMois == null ? annee : autreMois.getYear(), autreMois, cibles, statut, 1);
    }

    /** The same with one thing more, or another, or none. */
    FiltreHeures avec(String cible, @Nullable Long id) {
        Map<String, Long> autres = new LinkedHashMap<>(cibles);
        autres.remove(cible);
        if (id != null) autres.put(cible, id);
        return new FiltreHeures(annee, mois, autres, statut, 1);
    }

    FiltreHeures avec(StatutHeures autre) {
        return new FiltreHeures(annee, mois, cibles, autre, 1);
    }

    FiltreHeures page(int autrePage) {
        return new FiltreHeures(annee, mois, cibles, statut, autrePage);
    }

    /** "annee=2021&marche=3", whatever the page. */
    String requete() {
        return periode() + suite() + (statut == null ? "" : "&statut=" + statut.name());
    }

    private String periode() {
        return mois != null ? "mois=" + mois : "annee=" + annee;
    }

    private String suite() {
        return CIBLES.stream()
                .filter(cibles::containsKey)
                .map(nom -> "&" + nom + "=" + cibles.get(nom))
                .collect(Collectors.joining());
    }

    String adresse() {
        return (mois != null ? "/heures/mois?" : "/heures?") + requete() + (page == 1 ? "" : "&page=" + page);
    }

    /** Where this grid's hours are validated. */
    String validation() {
        return "/heures/validation?" + periode() + suite();
    }
}
