package fr.suiviclauses.marche.obligation;

import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.marche.lot.LotConcerne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Reads a movement from its form. */
final class MouvementSaisie {

    private static final int LONGUEUR = 300;

    private MouvementSaisie() {}

    /** What was typed; meaningless where something was refused. */
    static Mouvement read(MouvementForm form, LotConcerne lot, BindingResult errors) {
        Champs champs = new Champs(errors);
        NatureMouvement nature = champs.choixObligatoire("nature", form.nature(), NatureMouvement.class);
        LocalDate date = champs.dateObligatoire("dateEffet", form.dateEffet());
        BigDecimal montant = champs.nombre("montant", form.montant());
        BigDecimal heures = HeuresDues.signed("heures", form.heures(), champs);
        String motif = champs.texte("motif", form.motif(), LONGUEUR);
        if (heures == null && !errors.hasFieldErrors("heures") && !champs.refused()) {
            heures = ordered(nature, montant, lot, champs);
        }
        if (heures != null) check(nature, heures, champs);
        return new Mouvement(nature, date, heures == null ? BigDecimal.ZERO : heures, montant, motif);
    }

    /** The hours of an order, where its amount is all that was typed. */
    private static @Nullable BigDecimal ordered(
            NatureMouvement nature, @Nullable BigDecimal montant, LotConcerne lot, Champs champs) {
        BigDecimal euros = lot.eurosParHeure();
        if (nature != NatureMouvement.BON_DE_COMMANDE || montant == null) {
            champs.refus("heures", "Indiquez les heures.");
            return null;
        }
        if (euros == null) {
            champs.refus(
                    "heures", "Indiquez les heures\u00a0: le lot ne dit pas combien d’euros commandés font une heure.");
            return null;
        }
        BigDecimal heures = HeuresDues.ordered(montant, euros);
        if (HeuresDues.excessive(heures)) champs.refus("montant", "Ce montant est trop grand.");
        return heures;
    }

    private static void check(NatureMouvement nature, BigDecimal heures, Champs champs) {
        if (nature == NatureMouvement.INITIAL) {
            if (heures.signum() < 0) champs.refus("heures", "Une obligation initiale n’est pas négative.");
        } else if (heures.signum() == 0) {
            champs.refus("heures", "Un mouvement de 0\u00a0h ne changerait rien.");
        }
    }
}
