package fr.suiviclauses.marche;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.marche.lot.LotSaisie;
import fr.suiviclauses.marche.obligation.HeuresDues;
import fr.suiviclauses.marche.obligation.Mouvement;
import fr.suiviclauses.marche.obligation.NatureMouvement;
import fr.suiviclauses.referentiel.TypeClause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A lot as read from its form.
 *
 * @param heures its initial obligation; null: none yet
 * @param dateObligation null: the first day of the marché
 */
record LotLu(
        LotSaisie lot,
        @Nullable BigDecimal heures,
        @Nullable LocalDate dateObligation,
        @Nullable BigDecimal montant,
        @Nullable String motif) {

    private static final int LONGUEUR = 200;
    private static final int LONGUEUR_NUMERO = 30;
    private static final BigDecimal EUROS_MAX = new BigDecimal("10000000");

    static LotLu read(LotForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        String numero = champs.reference("numero", form.numero(), LONGUEUR_NUMERO);
        if (numero == null && !errors.hasFieldErrors("numero")) champs.refus("numero", "Ce champ est obligatoire.");
        Long famille = champs.identifiant("famille", form.famille());
        if (famille == null && !errors.hasFieldErrors("famille")) champs.refus("famille", "Choisissez dans la liste.");
        return new LotLu(
                new LotSaisie(
                        numero == null ? "" : numero,
                        champs.texte("objetLot", form.objetLot(), LONGUEUR),
                        famille == null ? 0 : famille,
                        clauses(form, champs),
                        euros(form.eurosParHeure(), champs)),
                HeuresDues.owed("obligation", form.obligation(), champs),
                champs.date("dateObligation", form.dateObligation()),
                champs.nombre("montant", form.montant()),
                champs.texte("motif", form.motif(), 300));
    }

    private static Set<TypeClause> clauses(LotForm form, Champs champs) {
        Set<TypeClause> clauses = EnumSet.noneOf(TypeClause.class);
        if (form.clauses().isEmpty()) champs.refus("clauses", "Choisissez au moins une clause.");
        for (String code : form.clauses()) {
            TypeClause clause = champs.choix("clauses", code, TypeClause.class);
            if (clause != null) clauses.add(clause);
        }
        return clauses;
    }

    private static @Nullable BigDecimal euros(String saisie, Champs champs) {
        BigDecimal euros = champs.nombre("eurosParHeure", saisie);
        if (euros == null) return null;
        try {
            return plausible(euros);
        } catch (SaisieRefuseeException refus) {
            champs.refus("eurosParHeure", refus.phrase());
            return null;
        }
    }

    private static BigDecimal plausible(BigDecimal euros) {
        if (euros.signum() == 0) throw new SaisieRefuseeException("Un montant plus grand que zéro est attendu.");
        if (euros.compareTo(EUROS_MAX) > 0) throw new SaisieRefuseeException("Ce nombre est trop grand.");
        return euros;
    }

    /** The initial obligation of a new lot; null where none was typed. */
    @Nullable
    Mouvement initial(LocalDate debut) {
        return heures == null
                ? null
                : new Mouvement(
                        NatureMouvement.INITIAL,
                        dateObligation == null ? debut : dateObligation,
                        heures,
                        montant,
                        motif);
    }
}
