package fr.suiviclauses.proprietes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The random histories are worth something: whichever rule is broken, some figure of the histories of the ordinary suite
 * changes.
 */
class SensibiliteTest {

    @TestFactory
    Stream<DynamicTest> a_broken_rule_shows_in_the_ordinary_histories() {
        return broken().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(isNoticed(rule.getValue())).isTrue()));
    }

    private static boolean isNoticed(Regles broken) {
        for (long seed = 1; seed <= Questions.HISTOIRES; seed++) {
            Histoire histoire = Generateur.histoire(seed);
            Faits faits = new Faits(histoire);
            for (Question question : Questions.of(histoire, seed, Questions.DRAWN)) {
                if (!Comparaison.differences(
                                OracleBilan.bilan(faits, new Regles(), question),
                                OracleBilan.bilan(faits, broken, question))
                        .isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Regles> broken() {
        Map<String, Regles> all = new LinkedHashMap<>();
        all.put("declared hours count", new Regles() {
            @Override
            boolean counts(String statut) {
                return super.counts(statut) || statut.equals("DECLAREE");
            }
        });
        all.put("hours after the window count", new Regles() {
            @Override
            LocalDate endOfWindow(Faits.Entree entree, Faits.@Nullable Entree next) {
                return super.endOfWindow(entree, next).plusMonths(12);
            }
        });
        all.put("the window is a day longer", new Regles() {
            @Override
            LocalDate endOfWindow(Faits.Entree entree, Faits.@Nullable Entree next) {
                LocalDate end = super.endOfWindow(entree, next);
                return end.equals(entree.debut().plusMonths(24).minusDays(1)) ? end.plusDays(1) : end;
            }
        });
        all.put("the window is a day shorter", new Regles() {
            @Override
            LocalDate endOfWindow(Faits.Entree entree, Faits.@Nullable Entree next) {
                return super.endOfWindow(entree, next).minusDays(1);
            }
        });
        all.put("a month of two windows is the earlier one's", new Regles() {
            @Override
            Faits.Entree better(Faits.@Nullable Entree earlier, Faits.Entree later) {
                return earlier == null ? later : earlier;
            }
        });
        all.put("the first entry gives the attributes", new Regles() {
            @Override
            Faits.Entree retained(Collection<Faits.Entree> withHours) {
                return withHours.stream()
                        .min(Comparator.comparing(Faits.Entree::debut))
                        .orElseThrow();
            }
        });
        all.put("a marché that begins on the last day is not active", new Regles() {
            @Override
            boolean activeBetween(Faits.Marche marche, LocalDate first, LocalDate last) {
                return marche.notification().isBefore(last) && !marche.fin().isBefore(first);
            }
        });
        all.put("a marché that ends on the first day is not active", new Regles() {
            @Override
            boolean activeBetween(Faits.Marche marche, LocalDate first, LocalDate last) {
                return !marche.notification().isAfter(last) && marche.fin().isAfter(first);
            }
        });
        all.put("a marché is followed by its dates alone", new Regles() {
            @Override
            boolean followedByItsHours() {
                return false;
            }
        });
        all.put("an employer is a company", new Regles() {
            @Override
            boolean employerIsACompany() {
                return true;
            }
        });
        all.put("a lot without hours brings no company", new Regles() {
            @Override
            boolean lotWithoutHoursIsFollowed() {
                return false;
            }
        });
        all.put("a charter lasts for ever", new Regles() {
            @Override
            boolean signatory(Faits.Donneur donneur, int annee) {
                return donneur.signataireSba();
            }
        });
        all.put("a charter of the year is in force", new Regles() {
            @Override
            boolean signatory(Faits.Donneur donneur, int annee) {
                return super.signatory(donneur, annee)
                        || (donneur.charteFin() != null && donneur.charteFin().getYear() == annee);
            }
        });
        all.put("SERVICE_INSERTION is not reserved", new Regles() {
            @Override
            boolean reserved(Faits.Lot lot) {
                return lot.clauses().stream().anyMatch(clause -> clause.startsWith("RESERVE_"));
            }
        });
        all.put("the top ten are nine", new Regles() {
            @Override
            int largestBuyers() {
                return 9;
            }
        });
        all.put("young is both criteria", new Regles() {
            @Override
            boolean young(Faits.Entree entree) {
                return entree.criteres().containsAll(Set.of("JEUNE_SANS_QUALIFICATION", "JEUNE_SANS_EXPERIENCE"));
            }
        });
        all.put("CAP is above CAP", new Regles() {
            @Override
            boolean atMostCap(Faits.Entree entree) {
                return withoutDiploma(entree);
            }
        });
        all.put("a diploma that nobody knows is none", new Regles() {
            @Override
            boolean withoutDiploma(Faits.Entree entree) {
                return super.withoutDiploma(entree) || entree.diplome().isEmpty();
            }
        });
        all.put("unknown values leave the denominator", new Regles() {
            @Override
            boolean inDenominator(String valeur) {
                return !Set.of("", "INCONNU", "NON_RENSEIGNE").contains(valeur);
            }
        });
        all.put("the cohort is of the year itself", new Regles() {
            @Override
            int cohortOf(int annee) {
                return annee;
            }
        });
        all.put("an answer at 6 months is one at 12", new Regles() {
            @Override
            boolean answers(Suivi suivi, int cohorte) {
                return suivi.jalon() == 6 && suivi.cohorte() == cohorte;
            }
        });
        all.put("an answer of another cohort is this one's", new Regles() {
            @Override
            boolean answers(Suivi suivi, int cohorte) {
                return suivi.jalon() == 12;
            }
        });
        all.put("a training is no work", new Regles() {
            @Override
            boolean inWork(String situation) {
                return super.inWork(situation) && !situation.equals("FORMATION");
            }
        });
        all.put("no answer is no work", new Regles() {
            @Override
            boolean withoutWork(String situation) {
                return super.withoutWork(situation) || situation.equals("NON_RENSEIGNE");
            }
        });
        all.put("percentages are cut", new Regles() {
            @Override
            RoundingMode rounding() {
                return RoundingMode.DOWN;
            }
        });
        all.put("an exact half is rounded to the even", new Regles() {
            @Override
            RoundingMode rounding() {
                return RoundingMode.HALF_EVEN;
            }
        });
        all.put("percentages are made of rounded percentages", new Regles() {
            @Override
            @Nullable
            BigDecimal percentage(BigDecimal part, BigDecimal total) {
                return total.signum() == 0
                        ? null
                        : part.divide(total, 3, RoundingMode.HALF_UP).movePointRight(2);
            }
        });
        return all;
    }
}
