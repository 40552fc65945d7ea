package fr.suiviclauses.beneficiaire.fusion;

import fr.suiviclauses.commun.Heures;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a merge would do.
 *
 * @param entreesUnies entries of both that begin the same day, made one
 * @param suivisEcartes follow-ups that both have, of which one stays
 * @param avant counted hours of both records
 * @param apres counted hours of the one that stays
 * @param fenetres windows that would end elsewhere
 * @param contratsCommuns contracts that both have: the merge is refused while there are any
 */
record Apercu(
        long contrats,
        long entrees,
        long entreesUnies,
        long suivis,
        long suivisEcartes,
        Heures avant,
        Heures apres,
        List<Fenetre> fenetres,
        List<String> contratsCommuns) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    Apercu {
        fenetres = List.copyOf(fenetres);
        contratsCommuns = List.copyOf(contratsCommuns);
    }

    /** A window that ends elsewhere. */
    record Fenetre(LocalDate debut, LocalDate avant, LocalDate apres) {

        public String phrase() {
            return "La fenêtre ouverte le " + debut.format(JOUR) + " finirait le " + apres.format(JOUR) + " au lieu du "
                    + avant.format(JOUR) + ".";
        }
    }

    public boolean possible() {
        return contratsCommuns.isEmpty();
    }

    /** "142,00", or "142,00 → 130,00" where the windows change what counts. */
    public String heures() {
        return avant.equals(apres) ? avant.exactes() : avant.exactes() + " → " + apres.exactes();
    }

    public boolean comptentAutrement() {
        return !avant.equals(apres);
    }
}
