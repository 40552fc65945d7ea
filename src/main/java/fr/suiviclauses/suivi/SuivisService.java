package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what people answered. One answer a person, cohort and milestone; a second one corrects it. */
@Service
@RequiredArgsConstructor
class SuivisService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' H 'h' mm", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final SuivisLecture lecture;
    private final Clock clock;

    /**
     * Keeps an answer; the same one sent twice changes nothing.
     *
     * @param date when she answered; null: today
     * @param avant the code of the answer that was shown; empty: none
     * @throws ReponseEntretempsException where another answer came meanwhile
     */
    @Transactional
    SuiviLu answer(
            long beneficiaire,
            int cohorte,
            int jalon,
            Situation situation,
            @Nullable LocalDate date,
            String avant,
            UtilisateurConnecte moi) {
        SuiviLu suivi = lecture.one(beneficiaire, cohorte, jalon, moi)
                .orElseThrow(() -> new IntrouvableException("Cette personne n’est pas suivie pour cette année."));
        LocalDate jour = moi.dateMetier(clock);
        LocalDate reponse = date == null ? jour : date;
        check(suivi, reponse, jour);
        int ecrites = jdbc.sql("""
                        insert into situation_suivi as s (structure_id, beneficiaire_id, cohorte, jalon, situation, date_reponse)
                        values (:structure, :beneficiaire, :cohorte, :jalon, :situation, :date)
                        on conflict on constraint situation_suivi_une_par_jalon
                        do update set situation = excluded.situation, date_reponse = excluded.date_reponse
                         where s.situation = :avant""")
                .param("structure", moi.structureId())
                .param("beneficiaire", beneficiaire)
                .param("cohorte", cohorte)
                .param("jalon", jalon)
                .param("situation", situation.name())
                .param("date", reponse)
                .param("avant", avant)
                .update();
        if (ecrites == 0) requireSame(suivi, situation, moi);
        return suivi;
    }

    private static void check(SuiviLu suivi, LocalDate reponse, LocalDate jour) {
        if (suivi.aPartirDu().isAfter(jour))
            throw new RegleMetierException(
                    "situation",
                    "Il est trop tôt\u00a0: cette personne est à appeler à partir de " + MOIS.format(suivi.aPartirDu())
                            + ".");
        if (reponse.isAfter(jour)) throw new RegleMetierException("date", "Cette date n’est pas encore venue.");
        if (reponse.isBefore(suivi.dernierMois()))
            throw new RegleMetierException(
                    "date",
                    "Cette date est avant le dernier mois de travail (" + MOIS.format(suivi.dernierMois()) + ").");
    }

    /** The same answer, sent twice or by two people, is no conflict. */
    private void requireSame(SuiviLu suivi, Situation voulue, UtilisateurConnecte moi) {
        String phrase = jdbc.sql("""
                        select s.situation, s.date_reponse, s.saisie_le, u.nom from situation_suivi s
                          left join utilisateur u on u.structure_id = s.structure_id and u.id = s.saisie_par
                         where s.structure_id = :structure and s.beneficiaire_id = :beneficiaire
                           and s.cohorte = :cohorte and s.jalon = :jalon""")
                .param("structure", moi.structureId())
                .param("beneficiaire", suivi.beneficiaireId())
                .param("cohorte", suivi.cohorte())
                .param("jalon", suivi.jalon())
                .query((ligne, rang) -> {
                    Situation presente = Situation.valueOf(ligne.getString("situation"));
                    if (presente == voulue) return "";
                    String auteur = ligne.getString("nom");
                    LocalDate jour = ligne.getObject("date_reponse", LocalDate.class);
                    return "Une autre réponse a été enregistrée "
                            + (auteur == null ? "par un import" : "par " + auteur) + " le "
                            + MOMENT.format(
                                    ligne.getTimestamp("saisie_le").toInstant().atZone(clock.getZone()))
                            + ", pendant que la page était ouverte\u00a0: " + presente.libelle()
                            + (jour == null ? "" : ", le " + DateFrancaise.affiche(jour))
                            + ". Vous aviez choisi\u00a0: "
                            + voulue.libelle() + ". Choisissez de nouveau pour la remplacer.";
                })
                .single();
        if (!phrase.isEmpty()) throw new ReponseEntretempsException(phrase);
    }
}
