package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.saisie.Champs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dated parameter of a structure: the value in force on a day is that of the latest date before it. */
enum Parametre {
    ETP(
            "etp",
            "parametre_etp",
            "heures",
            "Heures par équivalent temps plein",
            "La valeur en vigueur au 31 décembre sert à toute l’année.",
            new BigDecimal("3000")),
    ELIGIBILITE(
            "eligibilite",
            "parametre_eligibilite",
            "mois",
            "Durée d’éligibilité, en mois",
            "Elle vaut pour les entrées à partir de sa date ; les fenêtres déjà ouvertes ne changent pas.",
            new BigDecimal("120"));

    private final String code;
    private final String table;
    private final String colonne;
    private final String titre;
    private final String aide;
    private final BigDecimal maximum;

    Parametre(String code, String table, String colonne, String titre, String aide, BigDecimal maximum) {
        this.code = code;
        this.table = table;
        this.colonne = colonne;
        this.titre = titre;
        this.aide = aide;
        this.maximum = maximum;
    }

    String code() {
        return code;
    }

    String table() {
        return table;
    }

    String colonne() {
        return colonne;
    }

    String titre() {
        return titre;
    }

    String aide() {
        return Typographie.insecables(aide);
    }

    static Optional<Parametre> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }

    /** Reads a value from its date on; each refusal goes next to its field. */
    @Nullable
    Valeur read(ParametreForm form, Champs champs) {
        LocalDate date = champs.dateObligatoire("date", form.date());
        BigDecimal valeur = champs.nombreObligatoire("valeur", form.valeur());
        if (champs.refused()) return null;
        if (valeur.signum() == 0 || valeur.compareTo(maximum) > 0)
            champs.refus("valeur", "Une valeur entre 1 et " + maximum.toPlainString() + " est attendue.");
        if (this == ELIGIBILITE && valeur.stripTrailingZeros().scale() > 0)
            champs.refus("valeur", "Un nombre entier de mois est attendu.");
        return champs.refused() ? null : new Valeur(date, valeur);
    }

    /** A value, from a date on. */
    record Valeur(LocalDate date, BigDecimal valeur) {}
}
