package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.saisie.Champs;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something to do, as read from its form. */
record ActionSaisie(
        String libelle, LocalDate echeance, @Nullable Long responsable) {

    private static final int LONGUEUR = 200;

    static ActionSaisie read(ActionForm form, Champs champs) {
        return new ActionSaisie(
                champs.obligatoire("libelle", form.libelle(), LONGUEUR),
                champs.dateObligatoire("echeance", form.echeance()),
                champs.identifiant("responsable", form.responsable()));
    }
}
