package fr.suiviclauses.agregat;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A declared figure as read from its form. */
record Saisie(
        String libelle,
        int annee,
        @Nullable BigDecimal heures,
        @Nullable Integer beneficiaires,
        @Nullable Integer operations,
        @Nullable BigDecimal etp,
        @Nullable BigDecimal objectif,
        @Nullable String source) {

    private static final int LONGUEUR = 200;
    private static final BigDecimal PLAFOND_HEURES = new BigDecimal("999999999999");
    private static final BigDecimal PLAFOND_ETP = new BigDecimal("9999999");

    static Saisie read(AgregatForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        Integer annee = champs.read("annee", form.annee(), Saisie::year);
        if (annee == null && !errors.hasFieldErrors("annee")) champs.refus("annee", "Ce champ est obligatoire.");
        Saisie saisie = new Saisie(
                champs.obligatoire("libelle", form.libelle(), LONGUEUR),
                annee == null ? 0 : annee,
                decimal("heures", form.heures(), PLAFOND_HEURES, champs),
                count("beneficiaires", form.beneficiaires(), champs),
                count("operations", form.operations(), champs),
                decimal("etp", form.etp(), PLAFOND_ETP, champs),
                decimal("objectif", form.objectif(), PLAFOND_HEURES, champs),
                champs.texte("source", form.source(), LONGUEUR));
        if (!champs.refused() && saisie.empty()) champs.refus("heures", "Donnez au moins un chiffre.");
        return saisie;
    }

    private boolean empty() {
        return heures == null && beneficiaires == null && operations == null && etp == null && objectif == null;
    }

    private static Integer year(String texte) {
        if (!texte.matches("(19|20|21)[0-9]{2}"))
            throw new SaisieRefuseeException("Écrivez une année sur quatre chiffres, par exemple 2021.");
        return Integer.valueOf(texte);
    }

    private static @Nullable BigDecimal decimal(String champ, String saisie, BigDecimal plafond, Champs champs) {
        BigDecimal nombre = champs.nombre(champ, saisie);
        if (nombre != null && nombre.compareTo(plafond) > 0) champs.refus(champ, "Ce nombre est trop grand.");
        return nombre;
    }

    private static @Nullable Integer count(String champ, String saisie, Champs champs) {
        BigDecimal nombre = champs.nombre(champ, saisie);
        if (nombre == null) return null;
        if (nombre.stripTrailingZeros().scale() > 0 || nombre.compareTo(PLAFOND_ETP) > 0) {
            champs.refus(champ, "Un nombre entier est attendu.");
            return null;
        }
        return nombre.intValueExact();
    }
}
