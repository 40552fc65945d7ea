package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a person's eligibility windows as the rule makes them while her entries change: one whose neighbour came, moved
 * or went ends elsewhere. A window that nothing touches stays as it is stored, for it may come from another rule of its
 * time. SQL, for the rule is the database's, which the import shares.
 */
@Component
@RequiredArgsConstructor
class Fenetres {

    private final JdbcClient jdbc;

    /** What a change made of a person's counted hours. */
    record Effet(Heures avant, Heures apres) {

        /** " Heures comptées de cette personne : 120,00 → 90,00."; empty where nothing changed. */
        String phrase() {
            return avant.equals(apres)
                    ? ""
                    : " Heures comptées de cette personne\u00a0: " + avant.exactes() + " → " + apres.exactes() + ".";
        }

        boolean loses() {
            return apres.compareTo(avant) < 0;
        }

        String lost() {
            return new Heures(avant.valeur().subtract(apres.valeur())).exactes();
        }
    }

    /**
     * Does a change, then sets the ends of the windows that it touches: those that begin on one of the dates, and the one
     * before each. One change at a time for one person.
     *
     * @param dates where an entry begins, or began
     */
    Effet moving(long personne, List<LocalDate> dates, UtilisateurConnecte moi, Runnable change) {
        lock(personne, moi);
        Heures avant = counted(personne, moi);
        jdbc.sql("set constraints entree_fenetres_disjointes deferred").update();
        Contraintes.translated(() -> {
            change.run();
            jdbc.sql("""
                            update entree e set fin = f.fin
                              from entree_fenetres(:structure, :personne) f
                             where e.structure_id = :structure and e.id = f.entree_id and e.fin <> f.fin
                               and exists (select from unnest(:dates::date[]) as d (jour)
                                            where e.debut = d.jour
                                               or e.debut = (select max(p.debut) from entree p
                                                              where p.structure_id = :structure and p.beneficiaire_id = :personne
                                                                and p.debut < d.jour))""")
                    .param("structure", moi.structureId())
                    .param("personne", personne)
                    .param("dates", dates.stream().map(LocalDate::toString).toArray(String[]::new))
                    .update();
            return jdbc.sql("set constraints entree_fenetres_disjointes immediate")
                    .update();
        });
        return new Effet(avant, counted(personne, moi));
    }

    private void lock(long personne, UtilisateurConnecte moi) {
        boolean debout = jdbc.sql(
                        "select id from beneficiaire where structure_id = :structure and id = :personne and fusionne_dans is null for update")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!debout) throw new IntrouvableException("Cette fiche n’existe pas, ou plus.");
    }

    private Heures counted(long personne, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select coalesce(sum(heures), 0) from heure_comptee
                         where structure_id = :structure and beneficiaire_id = :personne""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .query((ligne, rang) -> new Heures(ligne.getBigDecimal(1)))
                .single();
    }
}
