package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the field counts, rule by rule. Each can be broken by a test that checks whether random histories would notice;
 * see {@link SensibiliteTest}.
 */
class Regles {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);
    private static final BigDecimal HEURES_PAR_ETP = BigDecimal.valueOf(1607);

    private static final Set<String> EMPLOI_OU_FORMATION = Set.of(
            "CDI",
            "CDD",
            "INTERIM",
            "INTERIM_INSERTION",
            "CONTRAT_INSERTION",
            "CONTRAT_AIDE",
            "ALTERNANCE",
            "FORMATION");
    private static final Set<String> SANS_EMPLOI = Set.of("DEMANDEUR_EMPLOI", "SANS_SITUATION", "ABANDON");

    /** Only validated hours count. */
    boolean counts(String statut) {
        return statut.equals("VALIDEE");
    }

    /** The last day of an entry's window: 24 months, cut the day before the next entry. */
    LocalDate endOfWindow(Faits.Entree entree, Faits.@Nullable Entree next) {
        LocalDate end = entree.debut().plusMonths(24).minusDays(1);
        return next != null && next.debut().isBefore(end.plusDays(1))
                ? next.debut().minusDays(1)
                : end;
    }

    /** The entry whose window holds at least one day of the month, the later one if two do; null: outside. */
    Faits.@Nullable Entree entryOf(Faits.Personne personne, YearMonth mois) {
        Faits.Entree found = null;
        List<Faits.Entree> entrees = List.copyOf(personne.entrees().values());
        for (int i = 0; i < entrees.size(); i++) {
            Faits.Entree entree = entrees.get(i);
            LocalDate end = endOfWindow(entree, i + 1 < entrees.size() ? entrees.get(i + 1) : null);
            if (!entree.debut().isAfter(mois.atEndOfMonth()) && !end.isBefore(mois.atDay(1))) {
                found = better(found, entree);
            }
        }
        return found;
    }

    /** Of two entries that hold one month. */
    Faits.Entree better(Faits.@Nullable Entree earlier, Faits.Entree later) {
        return later;
    }

    /** Whose attributes are a person's: of the entries that have counted hours in the period, the latest. */
    Faits.Entree retained(Collection<Faits.Entree> withHours) {
        return withHours.stream().max(Comparator.comparing(Faits.Entree::debut)).orElseThrow();
    }

    boolean activeBetween(Faits.Marche marche, LocalDate first, LocalDate last) {
        return !marche.notification().isAfter(last) && !marche.fin().isBefore(first);
    }

    /** A marché no longer active is still followed when it has counted hours in the period. */
    boolean followedByItsHours() {
        return true;
    }

    /** A company without a role on a lot, an employer only, is not accompanied. */
    boolean employerIsACompany() {
        return false;
    }

    /** A lot of a followed marché that has no hours of its own still brings its companies. */
    boolean lotWithoutHoursIsFollowed() {
        return true;
    }

    boolean signatory(Faits.Donneur donneur, int annee) {
        LocalDate lastDay = LocalDate.of(annee, 12, 31);
        return donneur.signataireSba()
                && (donneur.charteDebut() == null || !donneur.charteDebut().isAfter(lastDay))
                && (donneur.charteFin() == null || !donneur.charteFin().isBefore(lastDay));
    }

    boolean reserved(Faits.Lot lot) {
        return lot.clauses().stream()
                .anyMatch(clause -> clause.startsWith("RESERVE_") || clause.equals("SERVICE_INSERTION"));
    }

    int largestBuyers() {
        return 10;
    }

    boolean young(Faits.Entree entree) {
        return entree.criteres().contains("JEUNE_SANS_QUALIFICATION")
                || entree.criteres().contains("JEUNE_SANS_EXPERIENCE");
    }

    boolean atMostCap(Faits.Entree entree) {
        return Set.of("CAP_BEP", "DNB", "SAVOIRS_BASE").contains(entree.diplome());
    }

    boolean withoutDiploma(Faits.Entree entree) {
        return Set.of("DNB", "SAVOIRS_BASE").contains(entree.diplome());
    }

    /** Over all people: what is unknown stays in the denominator. */
    boolean inDenominator(String valeur) {
        return true;
    }

    /** The cohort shown in a year worked the year before. */
    int cohortOf(int annee) {
        return annee - 1;
    }

    boolean answers(Suivi suivi, int cohorte) {
        return suivi.jalon() == 12 && suivi.cohorte() == cohorte;
    }

    boolean inWork(String situation) {
        return EMPLOI_OU_FORMATION.contains(situation);
    }

    boolean withoutWork(String situation) {
        return SANS_EMPLOI.contains(situation);
    }

    RoundingMode rounding() {
        return RoundingMode.HALF_UP;
    }

    @Nullable
    BigDecimal percentage(BigDecimal part, BigDecimal total) {
        return ratio(part.multiply(CENT), total);
    }

    @Nullable
    BigDecimal percentage(long part, long total) {
        return percentage(BigDecimal.valueOf(part), BigDecimal.valueOf(total));
    }

    @Nullable
    BigDecimal ratio(BigDecimal part, BigDecimal total) {
        return total.signum() == 0 ? null : part.divide(total, 2, rounding());
    }

    @Nullable
    BigDecimal etp(BigDecimal heures) {
        return ratio(heures, HEURES_PAR_ETP);
    }
}
