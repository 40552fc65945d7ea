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
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what people answered. One answer a person, cohort and milestone: a second one corrects it, or it is taken back. */
@Service
@RequiredArgsConstructor
class SuivisService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    static final String ABSENTE = "Cette personne n’est pas suivie pour cette année.";

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
        SuiviLu suivi =
                lecture.one(beneficiaire, cohorte, jalon, moi).orElseThrow(() -> new IntrouvableException(ABSENTE));
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

    /**
     * Takes an answer back: she is to be asked again. One taken back already stays so.
     *
     * @param avant the code of the answer that was shown
     * @throws ReponseEntretempsException where another answer came meanwhile
     */
    @Transactional
    SuiviLu withdraw(long beneficiaire, int cohorte, int jalon, String avant, UtilisateurConnecte moi) {
        SuiviLu suivi =
                lecture.one(beneficiaire, cohorte, jalon, moi).orElseThrow(() -> new IntrouvableException(ABSENTE));
        int retirees = jdbc.sql("""
                        delete from situation_suivi
                         where structure_id = :structure and beneficiaire_id = :beneficiaire
                           and cohorte = :cohorte and jalon = :jalon and situation = :avant""")
                .param("structure", moi.structureId())
                .param("beneficiaire", beneficiaire)
                .param("cohorte", cohorte)
                .param("jalon", jalon)
                .param("avant", avant)
                .update();
        Optional<Autre> autre = retirees == 0 ? present(suivi, moi) : Optional.empty();
        if (autre.isPresent())
            throw new ReponseEntretempsException(
                    autre.get().phrase
                            + ". Vous vouliez retirer celle qui était affichée\u00a0: retirez de nouveau pour effacer celle-ci.");
        return suivi;
    }

    /** The same answer, sent twice or by two people, is no conflict. */
    private void requireSame(SuiviLu suivi, Situation voulue, UtilisateurConnecte moi) {
        Optional<Autre> autre = present(suivi, moi).filter(presente -> presente.situation != voulue);
        if (autre.isPresent())
            throw new ReponseEntretempsException(autre.get().phrase + ". Vous aviez choisi\u00a0: " + voulue.libelle()
                    + ". Choisissez de nouveau pour la remplacer.");
    }

    /** An answer that came meanwhile, and the sentence that says whose it is. */
    private record Autre(Situation situation, String phrase) {}

    private Optional<Autre> present(SuiviLu suivi, UtilisateurConnecte moi) {
        return jdbc.sql("""
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
                    String auteur = ligne.getString("nom");
                    LocalDate jour = ligne.getObject("date_reponse", LocalDate.class);
                    return new Autre(
                            presente,
                            "Une autre réponse a été enregistrée "
                                    + (auteur == null ? "par un import" : "par " + auteur) + " le "
                                    + DateFrancaise.moment(ligne.getTimestamp("saisie_le")
                                            .toInstant()
                                            .atZone(clock.getZone()))
                                    + ", pendant que la page était ouverte\u00a0: " + presente.libelle()
                                    + (jour == null ? "" : ", le " + DateFrancaise.affiche(jour)));
                })
                .optional();
    }
}
