package fr.suiviclauses.marche.operation;

import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.TypeOperation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** An operation as read from its form. */
record Saisie(String nom, TypeOperation type, @Nullable BigDecimal objectif) {

    private static final int LONGUEUR = 200;
    private static final BigDecimal PLAFOND = new BigDecimal("9999999999");

    static Saisie read(OperationForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        BigDecimal objectif = champs.nombre("objectif", form.objectif());
        if (objectif != null && objectif.signum() == 0)
            champs.refus("objectif", "Un objectif est plus grand que zéro\u00a0; laissez vide s’il n’y en a pas.");
        if (objectif != null && objectif.compareTo(PLAFOND) > 0) champs.refus("objectif", "Ce nombre est trop grand.");
        return new Saisie(
                champs.obligatoire("nom", form.nom(), LONGUEUR),
                champs.choixObligatoire("type", form.type(), TypeOperation.class),
                objectif);
    }
}
