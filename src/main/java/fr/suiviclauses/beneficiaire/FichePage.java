package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.referentiel.Sexe;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
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
 * @param prochaine what is to be done next: the follow-up that is due, or comes first; null: none
 * @param entrees the latest first
 * @param annees hours by year, counted or not
 * @param contrats the last begun first
 * @param absorbees records merged into this one, the last merge first
 * @param supprimable nothing depends on it
 */
record FichePage(
        Identite identite,
        LocalDate jour,
        @Nullable Suivi prochaine,
        List<EntreeLigne> entrees,
        Grille annees,
        List<Contrat> contrats,
        Grille suivis,
        List<Absorbee> absorbees,
        List<Evenement> chronologie,
        boolean supprimable) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    FichePage {
        entrees = List.copyOf(entrees);
        contrats = List.copyOf(contrats);
        absorbees = List.copyOf(absorbees);
        chronologie = List.copyOf(chronologie);
    }

    /**
     * A follow-up that waits for an answer.
     *
     * @param cohorte the year of the hours
     * @param dernierMois her last month of work in it
     * @param du from which day she may be called, up to {@code au}, the day before the next follow-up takes its place
     * @param echu that day has come
     */
    record Suivi(
            long personne, int cohorte, int jalon, YearMonth dernierMois, LocalDate du, LocalDate au, boolean echu) {

        public String titre() {
            return "Suivi à " + jalon + "\u00a0mois";
        }

        /** "du 01/01/2022 au 31/03/2022, après octobre 2021". */
        public String quand() {
            return "du " + du.format(JOUR) + " au " + au.format(JOUR) + ", après " + MOIS.format(dernierMois);
        }

        /** Where it is answered. */
        public String adresse() {
            return "/suivis?beneficiaire=" + personne + "&cohorte=" + cohorte + "#suivi-" + personne + "-" + cohorte
                    + "-" + jalon;
        }
    }

    /**
     * A contract, the lots where its hours are expected or are.
     *
     * @param comptees counted hours, shown
     * @param autres the others
     */
    record Contrat(
            long id,
            @Nullable String reference,
            String employeur,
            String modalite,
            String type,
            LocalDate debut,
            @Nullable LocalDate fin,
            String comptees,
            String autres,
            List<Lot> lots) {

        Contrat {
            lots = List.copyOf(lots);
        }

        public String nom() {
            return reference == null ? "Contrat du " + depuis() : reference;
        }

        public String depuis() {
            return debut.format(JOUR);
        }

        public String jusque() {
            return fin == null ? "" : fin.format(JOUR);
        }
    }

    /**
     * A lot of a contract.
     *
     * @param annee the year of the grid where her hours there are read
     */
    record Lot(long id, String numero, long marche, String reference, int annee) {

        public String libelle() {
            return reference + ", lot " + numero;
        }

        public String heures() {
            return "/heures?annee=" + annee + "&marche=" + marche + "&lot=" + id;
        }
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
                        + Period.between(naissance, jour).getYears() + "\u00a0ans";
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
        return jours == 1 ? "encore 1\u00a0jour" : "encore " + jours + "\u00a0jours";
    }

    private Optional<EntreeLigne> courante() {
        return entrees.stream().filter(entree -> entree.holds(jour)).findFirst();
    }
}
