package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.saisie.Champs;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature as read from its form.
 *
 * @param debut null: in force for every year before its end
 * @param fin the last day in force; null: still in force
 */
record CharteSaisie(
        Charte charte, @Nullable LocalDate debut, @Nullable LocalDate fin) {

    static CharteSaisie read(CharteForm form, Champs champs) {
        LocalDate debut = champs.date("debut", form.debut());
        LocalDate fin = champs.date("fin", form.fin());
        if (debut != null && fin != null && fin.isBefore(debut)) champs.refus("fin", "La fin est avant le début.");
        return new CharteSaisie(champs.choixObligatoire("charte", form.charte(), Charte.class), debut, fin);
    }
}
