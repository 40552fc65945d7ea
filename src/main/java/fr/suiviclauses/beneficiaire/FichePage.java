package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.referentiel.Sexe;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's sheet.
 *
 * @param jour the business date
 * @param entrees the latest first
 * @param annees hours by year, counted or not
 * @param absorbees records merged into this one, the last merge first
 * @param supprimable nothing depends on it
 */
record FichePage(
        Identite identite,
        LocalDate jour,
        List<EntreeLigne> entrees,
        Grille annees,
        Grille contrats,
        Grille suivis,
        List<Absorbee> absorbees,
        boolean supprimable) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    FichePage {
        entrees = List.copyOf(entrees);
        absorbees = List.copyOf(absorbees);
    }

    /** A record that was merged into this one, as it was. */
    record Absorbee(
            long fusion,
            String nom,
            String details,
            String quand,
            @Nullable String auteur) {}

    public String adresse() {
        return "/beneficiaires/" + identite.id();
    }

    /** "15/01/1990, 32 ans". */
    public String naissance() {
        LocalDate naissance = identite.naissance();
        return naissance == null
                ? ""
                : naissance.format(JOUR) + ", "
                        + Period.between(naissance, jour).getYears() + " ans";
    }

    public String sexe() {
        return switch (Sexe.valueOf(identite.sexe())) {
            case F -> "Femme";
            case H -> "Homme";
            case NON_RENSEIGNE -> "non renseigné";
        };
    }

    /** Street, code and commune on one line; empty where none is known. */
    public String domicile() {
        String ville = Stream.of(Optional.ofNullable(identite.codePostal()), Optional.ofNullable(identite.commune()))
                .flatMap(Optional::stream)
                .reduce((code, commune) -> code + " " + commune)
                .orElse("");
        return Stream.of(Optional.ofNullable(identite.adresse()).orElse(""), ville)
                .filter(partie -> !partie.isEmpty())
                .reduce((rue, commune) -> rue + ", " + commune)
                .orElse("");
    }

    /** Whether her hours of today count. */
    public boolean eligible() {
        return courante().isPresent();
    }

    /** "Éligible jusqu’au 14/01/2023, encore 362 jours". */
    public String eligibilite() {
        if (entrees.isEmpty()) return "Sans entrée";
        return courante()
                .map(entree -> "Éligible jusqu’au " + entree.fin().format(JOUR) + ", "
                        + remaining(ChronoUnit.DAYS.between(jour, entree.fin())))
                .orElseGet(() -> entrees.get(0).debut().isAfter(jour)
                        ? "Éligible à partir du " + entrees.get(0).debut().format(JOUR)
                        : "Plus éligible depuis le "
                                + entrees.get(0).fin().plusDays(1).format(JOUR));
    }

    private static String remaining(long jours) {
        if (jours == 0) return "dernier jour";
        return jours == 1 ? "encore 1 jour" : "encore " + jours + " jours";
    }

    private Optional<EntreeLigne> courante() {
        return entrees.stream().filter(entree -> entree.holds(jour)).findFirst();
    }
}
