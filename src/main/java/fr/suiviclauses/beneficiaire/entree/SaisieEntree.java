package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Qpv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** An entry as read from its form. */
record SaisieEntree(
        LocalDate debut,
        List<Preuve> criteres,
        @Nullable Diplome diplome,
        @Nullable String commune,
        @Nullable Boolean metropole,
        District district,
        @Nullable String prescripteur) {

    private static final int TEXTE = 200;

    SaisieEntree {
        criteres = List.copyOf(criteres);
    }

    /** A criterion, what proves it and when that was seen. */
    record Preuve(
            Critere critere,
            @Nullable String justificatif,
            @Nullable LocalDate verifieLe) {}

    /** Whether her domicile lies in a priority district, by which map, and how that is known. */
    record District(
            Qpv qpv,
            @Nullable String code,
            @Nullable GenerationQpv generation,
            @Nullable ModeQpv mode,
            @Nullable LocalDate evalueLe) {}

    /**
     * Reads a form.
     *
     * @param naissance nobody enters before
     * @param jour the business date
     */
    static SaisieEntree read(EntreeForm form, @Nullable LocalDate naissance, LocalDate jour, BindingResult errors) {
        Champs champs = new Champs(errors);
        LocalDate debut = champs.dateObligatoire("debut", form.debut());
        if (naissance != null && debut.isBefore(naissance) && !champs.refused())
            champs.refus("debut", "L’entrée est avant la naissance.");
        if (debut.isAfter(jour.plusYears(1))) champs.refus("debut", "Cette date est à plus d’un an.");
        return new SaisieEntree(
                debut,
                criteria(form, jour, champs),
                champs.choix("diplome", form.diplome(), Diplome.class),
                champs.read("communeInsee", form.communeInsee(), SaisieEntree::commune),
                champs.read("metropole", form.metropole(), SaisieEntree::yesOrNo),
                district(form, debut, jour, champs),
                champs.texte("prescripteur", form.prescripteur(), TEXTE));
    }

    private static List<Preuve> criteria(EntreeForm form, LocalDate jour, Champs champs) {
        List<Preuve> preuves = new ArrayList<>();
        for (String code : form.criteres().stream().distinct().toList()) {
            Critere critere = champs.choix("criteres", code, Critere.class);
            if (critere == null) continue;
            String verification = "verifications[" + code + "]";
            LocalDate verifieLe = champs.date(verification, form.verifications().getOrDefault(code, ""));
            if (verifieLe != null && verifieLe.isAfter(jour))
                champs.refus(verification, "Cette date est dans le futur.");
            preuves.add(new Preuve(
                    critere,
                    champs.texte(
                            "justificatifs[" + code + "]", form.justificatifs().getOrDefault(code, ""), TEXTE),
                    verifieLe));
        }
        if (form.criteres().isEmpty())
            champs.refus("criteres", "Cochez au moins un critère\u00a0: il ouvre l’éligibilité.");
        return preuves;
    }

    private static District district(EntreeForm form, LocalDate debut, LocalDate jour, Champs champs) {
        Qpv lu = champs.choix("qpv", form.qpv(), Qpv.class);
        Qpv qpv = lu == null ? Qpv.INCONNU : lu;
        String code = champs.read("qpvCode", form.qpvCode(), SaisieEntree::districtCode);
        if (code != null && qpv != Qpv.OUI)
            champs.refus("qpvCode", "Un code de quartier va avec «\u00a0En QPV\u00a0»\u00a0: changez l’un ou l’autre.");
        LocalDate evalueLe = champs.date("qpvEvalueLe", form.qpvEvalueLe());
        if (evalueLe != null && evalueLe.isAfter(jour)) champs.refus("qpvEvalueLe", "Cette date est dans le futur.");
        GenerationQpv choisie = champs.choix("qpvGeneration", form.qpvGeneration(), GenerationQpv.class);
        ModeQpv mode = champs.choix("qpvMode", form.qpvMode(), ModeQpv.class);
        if (qpv == Qpv.INCONNU) return new District(qpv, null, null, null, null);
        GenerationQpv carte = GenerationQpv.on(evalueLe == null ? debut : evalueLe);
        if (choisie != null && choisie != carte)
            champs.refus(
                    "qpvGeneration",
                    "Ce n’est pas la carte en vigueur à la date de l’évaluation"
                            + (evalueLe == null ? " (celle de l’entrée, à défaut)." : "."));
        return new District(qpv, code, carte, mode, evalueLe);
    }

    private static String commune(String texte) {
        String code = texte.toUpperCase(Locale.ROOT);
        if (!code.matches("([0-9]{2}|2A|2B)[0-9]{3}"))
            throw new SaisieRefuseeException("Un code INSEE a 5 caractères, par exemple 31555 pour Toulouse.");
        return code;
    }

    private static Boolean yesOrNo(String texte) {
        if (!texte.equals("OUI") && !texte.equals("NON")) throw new SaisieRefuseeException("Choisissez dans la liste.");
        return texte.equals("OUI");
    }

    private static String districtCode(String texte) {
        String code = texte.toUpperCase(Locale.ROOT);
        if (!code.matches("Q[PN][0-9A-Z]{6}"))
            throw new SaisieRefuseeException(
                    "Un code de quartier a 8 caractères et commence par QP ou QN, par exemple QP031001.");
        return code;
    }
}
