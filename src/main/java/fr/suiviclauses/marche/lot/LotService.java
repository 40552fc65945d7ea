package fr.suiviclauses.marche.lot;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes lots. */
@Service
@RequiredArgsConstructor
@Transactional
public class LotService {

    /** What a lot has that is not its own to remove: work done or expected. */
    private static final String OCCUPE = """
            exists (select from releve_heures x where x.structure_id = l.structure_id and x.lot_id = l.id)
            or exists (select from mois_sans_heure x where x.structure_id = l.structure_id and x.lot_id = l.id)
            or exists (select from affectation x where x.structure_id = l.structure_id and x.lot_id = l.id)""";

    private final LotRepository lots;
    private final JdbcClient jdbc;

    /**
     * Adds a lot to a marché of the structure.
     *
     * @return its id
     * @throws RegleMetierException where the marché has one of this number
     */
    public long add(long marcheId, LotSaisie saisie, UtilisateurConnecte moi) {
        Lot lot = Contraintes.translated(() -> lots.saveAndFlush(new Lot(moi.structureId(), marcheId, saisie)));
        writeClauses(lot.getId(), saisie.clauses(), moi);
        return lot.getId();
    }

    /**
     * Changes a lot.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    public void change(long id, LotSaisie saisie, String version, UtilisateurConnecte moi) {
        Lot lot = find(id, moi);
        VersionPerimeeException.check(lot.getVersion(), version);
        lot.change(saisie);
        Contraintes.translated(() -> lots.saveAndFlush(lot));
        if (writeClauses(id, saisie.clauses(), moi)) touch(id, moi);
    }

    /** One hour owed for so many euros ordered, from now on. */
    public void price(long id, BigDecimal euros, UtilisateurConnecte moi) {
        Lot lot = find(id, moi);
        lot.price(euros);
        lots.saveAndFlush(lot);
    }

    /**
     * Removes a lot on which nobody worked or is to work, with its movements and companies; the journal keeps them.
     *
     * @throws RegleMetierException where it has hours or contracts
     */
    public void delete(long id, UtilisateurConnecte moi) {
        find(id, moi);
        if (!remove("l.id = :id", id, moi))
            throw new RegleMetierException(
                    "", "Ce lot a des heures ou des contrats\u00a0: il ne peut pas être supprimé.");
    }

    /**
     * Removes all the lots of a marché.
     *
     * @return false, and nothing is removed, where one has hours or contracts
     */
    public boolean deleteAll(long marcheId, UtilisateurConnecte moi) {
        return remove("l.marche_id = :id", marcheId, moi);
    }

    private boolean remove(String lesquels, long id, UtilisateurConnecte moi) {
        String choisis = " from lot l where l.structure_id = :structure and " + lesquels;
        jdbc.sql("select l.id" + choisis + " order by l.id for update of l")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Long.class)
                .list();
        boolean occupe = jdbc.sql("select exists (select" + choisis + " and (" + OCCUPE + "))")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (occupe) return false;
        for (String table : new String[] {"mouvement_obligation", "participation", "lot_clause"}) {
            jdbc.sql("delete from " + table + " where structure_id = :structure and lot_id in (select l.id" + choisis
                            + ")")
                    .param("structure", moi.structureId())
                    .param("id", id)
                    .update();
        }
        jdbc.sql("delete" + choisis)
                .param("structure", moi.structureId())
                .param("id", id)
                .update();
        return true;
    }

    /** Whether anything changed. */
    private boolean writeClauses(long id, Set<TypeClause> clauses, UtilisateurConnecte moi) {
        String[] codes = clauses.stream().map(Enum::name).toArray(String[]::new);
        int retirees = jdbc.sql(
                        "delete from lot_clause where structure_id = :structure and lot_id = :id and type <> all (:codes)")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("codes", codes)
                .update();
        int ajoutees = jdbc.sql("""
                        insert into lot_clause (structure_id, lot_id, type) select :structure, :id, c from unnest(:codes) c
                        on conflict do nothing""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("codes", codes)
                .update();
        return retirees + ajoutees > 0;
    }

    /** Whoever has the lot open is told that its clauses changed: the update moves its version on. */
    private void touch(long id, UtilisateurConnecte moi) {
        jdbc.sql("update lot set numero = numero where structure_id = :structure and id = :id")
                .param("structure", moi.structureId())
                .param("id", id)
                .update();
    }

    private Lot find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "lot", moi.structureId(), id);
        return lots.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Ce lot n’existe pas."));
    }
}
