package fr.suiviclauses.beneficiaire;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its person's sheet.
 *
 * @param heures counted hours of its window, shown
 * @param details diploma, commune, district, prescriber, as far as they are known
 * @param incoherences what of its criteria seems at odds with the person
 */
record EntreeLigne(
        long id,
        LocalDate debut,
        LocalDate fin,
        String heures,
        List<CritereLigne> criteres,
        List<String> details,
        List<Prolongation> prolongations,
        List<String> incoherences) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    EntreeLigne {
        criteres = List.copyOf(criteres);
        details = List.copyOf(details);
        prolongations = List.copyOf(prolongations);
        incoherences = List.copyOf(incoherences);
    }

    /**
     * A criterion and its proof.
     *
     * @param preuve "attestation, vérifiée le 12/01/2021"; empty where nothing is known
     */
    record CritereLigne(String libelle, String preuve) {}

    record Prolongation(
            long id, LocalDate fin, String motif, @Nullable String auteur, String quand) {

        public String jusque() {
            return fin.format(JOUR);
        }
    }

    public String duree() {
        return "du " + debut.format(JOUR) + " au " + fin.format(JOUR);
    }

    public String depuis() {
        return debut.format(JOUR);
    }

    public boolean holds(LocalDate jour) {
        return !jour.isBefore(debut) && !jour.isAfter(fin);
    }
}
