package fr.suiviclauses.contact;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A contact as read from its form. */
record Saisie(
        String nom,
        @Nullable String fonction,
        @Nullable String courriel,
        @Nullable String telephone,
        @Nullable LocalDate debut,
        @Nullable LocalDate fin) {

    private static final int LONGUEUR = 150;
    private static final Pattern COURRIEL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 .()/-]{6,25}");

    static Saisie read(ContactForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        LocalDate debut = champs.date("debut", form.debut());
        LocalDate fin = champs.date("fin", form.fin());
        if (debut != null && fin != null && fin.isBefore(debut)) champs.refus("fin", "La fin est avant le début.");
        return new Saisie(
                champs.obligatoire("nom", form.nom(), LONGUEUR),
                champs.texte("fonction", form.fonction(), LONGUEUR),
                like(
                        champs.texte("courriel", form.courriel(), LONGUEUR),
                        COURRIEL,
                        "courriel",
                        "Cette adresse électronique n’est pas complète.",
                        champs),
                like(
                        champs.texte("telephone", form.telephone(), LONGUEUR),
                        TELEPHONE,
                        "telephone",
                        "Un numéro de téléphone est fait de chiffres.",
                        champs),
                debut,
                fin);
    }

    private static @Nullable String like(
            @Nullable String texte, Pattern forme, String champ, String refus, Champs champs) {
        if (texte == null) return null;
        return champs.read(champ, texte, t -> {
            if (!forme.matcher(t).matches()) throw new SaisieRefuseeException(refus);
            return t;
        });
    }
}
