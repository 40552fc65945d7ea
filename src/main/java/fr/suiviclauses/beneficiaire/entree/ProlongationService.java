package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.beneficiaire.entree.Fenetres.Effet;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an eligibility window longer, with a reason and an author, or takes that back. */
@Service
@RequiredArgsConstructor
@Transactional
class ProlongationService {

    private final JdbcClient jdbc;
    private final EntreeService entrees;
    private final Fenetres fenetres;

    /**
     * Moves the end of a window to a later day.
     *
     * @throws RegleMetierException where that is not later, or the person's next entry has begun by then
     */
    Effet extend(long personne, long entreeId, LocalDate fin, String motif, UtilisateurConnecte moi) {
        EntreeService.Entree entree = entrees.find(personne, entreeId, moi);
        if (!fin.isAfter(entree.fin()))
            throw new RegleMetierException("fin", "La fenêtre va déjà jusqu’au " + day(entree.fin()) + ".");
        Optional<LocalDate> suivante = next(personne, entree.debut(), moi);
        if (suivante.isPresent() && !fin.isBefore(suivante.get()))
            throw new RegleMetierException(
                    "fin", "L’entrée suivante commence le " + day(suivante.get()) + "\u00a0: la fenêtre finit avant.");
        return fenetres.moving(
                personne,
                List.of(entree.debut()),
                moi,
                () -> jdbc.sql("""
                                insert into prolongation (structure_id, entree_id, fin, motif, cree_par)
                                values (:structure, :entree, :fin, :motif, :auteur)""")
                        .param("structure", moi.structureId())
                        .param("entree", entreeId)
                        .param("fin", fin)
                        .param("motif", motif)
                        .param("auteur", moi.id())
                        .update());
    }

    /**
     * Takes a prolongation back.
     *
     * @throws RegleMetierException where hours would no longer count
     */
    void withdraw(long personne, long entreeId, long id, UtilisateurConnecte moi) {
        EntreeService.Entree entree = entrees.find(personne, entreeId, moi);
        Effet effet = fenetres.moving(personne, List.of(entree.debut()), moi, () -> {
            int retirees = jdbc.sql(
                            "delete from prolongation where structure_id = :structure and entree_id = :entree and id = :id")
                    .param("structure", moi.structureId())
                    .param("entree", entreeId)
                    .param("id", id)
                    .update();
            if (retirees == 0) throw new IntrouvableException("Cette prolongation n’existe pas.");
        });
        if (effet.loses())
            throw new RegleMetierException(
                    "", "Sans cette prolongation, " + effet.lost() + " heures ne compteraient plus\u00a0: elle reste.");
    }

    private Optional<LocalDate> next(long personne, LocalDate debut, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select debut from entree
                         where structure_id = :structure and beneficiaire_id = :personne and debut > :debut order by debut limit 1""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .param("debut", debut)
                .query(LocalDate.class)
                .optional();
    }

    private static String day(LocalDate jour) {
        return jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH));
    }
}
