package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.beneficiaire.Identite;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The form that makes a window longer. */
record ProlongationPage(Identite qui, long entree, LocalDate debut, LocalDate fin) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    public String retour() {
        return "/beneficiaires/" + qui.id();
    }

    public String adresse() {
        return retour() + "/entrees/" + entree + "/prolongation";
    }

    public String fenetre() {
        return "du " + debut.format(JOUR) + " au " + fin.format(JOUR);
    }
}
