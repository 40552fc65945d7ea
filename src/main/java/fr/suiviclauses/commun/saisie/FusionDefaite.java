package fr.suiviclauses.commun.saisie;

import java.util.function.LongSupplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where undoing a merge leads, whatever was merged. */
public final class FusionDefaite {

    private FusionDefaite() {}

    /**
     * Undoes a merge, and opens the record that it gives back; where that is refused, the one that the button was on.
     *
     * @param annulation it returns the id of the record that stands for itself again
     * @param adresse where records of this kind are
     * @param retour the id of the record that the button was on, as the page sent it
     */
    public static String redirect(
            LongSupplier annulation, String succes, String adresse, String retour, RedirectAttributes redirect) {
        try {
            long rendue = annulation.getAsLong();
            redirect.addFlashAttribute("succes", succes);
            return "redirect:" + adresse + "/" + rendue;
        } catch (RegleMetierException refus) {
            redirect.addFlashAttribute("erreur", refus.phrase());
            return "redirect:" + adresse + (retour.matches("[0-9]{1,18}") ? "/" + retour : "");
        }
    }
}
