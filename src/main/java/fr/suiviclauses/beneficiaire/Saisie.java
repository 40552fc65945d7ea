package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.Sexe;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A person as read from her form.
 *
 * @param distinct the likely twins were seen, and are someone else
 * @param motifHomonyme what tells her from the one who bears the same name and birth; null: nobody said
 */
record Saisie(
        String nom,
        String prenom,
        LocalDate naissance,
        Sexe sexe,
        @Nullable String reference,
        @Nullable String adresse,
        @Nullable String codePostal,
        @Nullable String commune,
        @Nullable String telephone,
        @Nullable String courriel,
        boolean distinct,
        @Nullable String motifHomonyme) {

    private static final int NOM = 100;
    private static final int LIGNE = 200;

    /** @param jour the business date: nobody is born after it */
    static Saisie read(BeneficiaireForm form, LocalDate jour, BindingResult errors) {
        Champs champs = new Champs(errors);
        LocalDate naissance = champs.dateObligatoire("naissance", form.naissance());
        if (naissance.isAfter(jour)) champs.refus("naissance", "Cette date est dans le futur.");
        Sexe sexe = champs.choix("sexe", form.sexe(), Sexe.class);
        return new Saisie(
                champs.obligatoire("nom", form.nom(), NOM),
                champs.obligatoire("prenom", form.prenom(), NOM),
                naissance,
                sexe == null ? Sexe.NON_RENSEIGNE : sexe,
                champs.texte("reference", form.reference(), NOM),
                champs.texte("adresse", form.adresse(), LIGNE),
                champs.read(
                        "codePostal",
                        form.codePostal(),
                        texte -> matching(texte, "[0-9]{5}", "Un code postal a 5 chiffres.")),
                champs.texte("commune", form.commune(), NOM),
                telephone(champs, form.telephone()),
                courriel(champs, form.courriel()),
                form.distinct().equals("oui"),
                champs.texte("motifHomonyme", form.motifHomonyme(), LIGNE));
    }

    private static @Nullable String telephone(Champs champs, String saisie) {
        String texte = champs.texte("telephone", saisie, LIGNE);
        return texte == null
                ? null
                : champs.read(
                        "telephone",
                        texte,
                        t -> matching(
                                t,
                                "[+]?[0-9 .()/-]{6,30}",
                                "Ce numéro de téléphone est illisible\u00a0: écrivez par exemple 05 61 00 00 00."));
    }

    private static @Nullable String courriel(Champs champs, String saisie) {
        String texte = champs.texte("courriel", saisie, LIGNE);
        return texte == null
                ? null
                : champs.read(
                        "courriel",
                        texte,
                        t -> matching(
                                t,
                                "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
                                "Cette adresse est illisible\u00a0: écrivez par exemple prenom.nom@exemple.fr."));
    }

    private static String matching(String texte, String forme, String phrase) {
        if (!texte.matches(forme)) throw new SaisieRefuseeException(phrase);
        return texte;
    }
}
