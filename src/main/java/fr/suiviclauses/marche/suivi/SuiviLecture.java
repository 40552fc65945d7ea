package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.avancement.ActionsLecture;
import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the page per marché, in as many statements whatever it holds. SQL, for its figures are sums over hours and
 * movements, each made before it is joined.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class SuiviLecture {

    private final JdbcClient jdbc;
    private final LotsLecture lots;
    private final ActionsLecture actions;
    private final GensLecture gens;
    private final Chronologie chronologie;

    MarchePage page(long id, LocalDate au, LocalDate aujourdhui, UtilisateurConnecte moi) {
        MarchePage.Identite identite = identite(id, aujourdhui, moi);
        LotsLecture.Lots lus = lots.read(id, au, moi);
        return new MarchePage(
                identite,
                au,
                au.equals(aujourdhui),
                lus.total(),
                lus.lots(),
                entreprises(id, moi),
                gens.count(Portee.MARCHE, id, au, moi),
                moi.has(Role.FACILITATEUR)
                        ? gens.named(Portee.MARCHE, id, au, "/contrats?etat=tous&marche=" + id, moi)
                        : null,
                actions.due(Portee.MARCHE, id, aujourdhui, moi),
                chronologie.of(Portee.MARCHE, id, moi));
    }

    private MarchePage.Identite identite(long id, LocalDate jour, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select m.*, d.nom as donneur, a.debut, a.fin, a.fin > m.date_fin as reconduit,
                               o.nom as operation, u.nom as facilitateur,
                               case when a.fin < :jour then 'Terminé' when a.debut > :jour then 'À venir' else 'En cours' end as etat,
                               exists (select from lot l
                                        where l.structure_id = m.structure_id and l.marche_id = m.id
                                          and (exists (select from releve_heures x where x.structure_id = l.structure_id and x.lot_id = l.id)
                                            or exists (select from mois_sans_heure x where x.structure_id = l.structure_id and x.lot_id = l.id)
                                            or exists (select from affectation x where x.structure_id = l.structure_id and x.lot_id = l.id)))
                                   as occupe
                          from marche m
                          join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          left join operation o on o.structure_id = m.structure_id and o.id = m.operation_id
                          left join utilisateur u on u.structure_id = m.structure_id and u.id = m.facilitateur_id
                         where m.structure_id = :structure and m.id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .query((ligne, rang) -> identite(ligne))
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce marché n’existe pas."));
    }

    private static MarchePage.Identite identite(ResultSet ligne) throws SQLException {
        return new MarchePage.Identite(
                ligne.getLong("id"),
                ligne.getString("reference"),
                ligne.getString("objet"),
                ligne.getLong("donneur_ordre_id"),
                ligne.getString("donneur"),
                TypeMarche.valueOf(ligne.getString("type")).libelle(),
                FormeMarche.valueOf(ligne.getString("forme")).libelle(),
                ligne.getObject("debut", LocalDate.class),
                ligne.getObject("fin", LocalDate.class),
                ligne.getBoolean("reconduit"),
                ligne.getString("etat"),
                ligne.getObject("operation_id", Long.class),
                ligne.getString("operation"),
                ligne.getString("facilitateur"),
                ligne.getBoolean("actif"),
                ligne.getBoolean("occupe"));
    }

    private List<MarchePage.Entreprise> entreprises(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select e.id, e.nom, e.type, l.id as lot_id, l.numero, p.role, p.part
                          from lot l
                          join participation p on p.structure_id = l.structure_id and p.lot_id = l.id
                          join entreprise e on e.structure_id = p.structure_id and e.id = p.entreprise_id
                         where l.structure_id = :structure and l.marche_id = :id
                         order by length(l.numero), l.numero,
                                  array_position(array['TITULAIRE', 'COTRAITANT', 'SOUS_TRAITANT'], p.role), e.nom_normalise, e.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> {
                    BigDecimal part = ligne.getBigDecimal("part");
                    return new MarchePage.Entreprise(
                            ligne.getLong("id"),
                            ligne.getString("nom"),
                            TypeEntreprise.valueOf(ligne.getString("type")).libelle(),
                            ligne.getLong("lot_id"),
                            ligne.getString("numero"),
                            ligne.getString("role"),
                            RoleParticipation.valueOf(ligne.getString("role")).libelle(),
                            part == null
                                    ? ""
                                    : NombreAffiche.of(
                                                    part.stripTrailingZeros(),
                                                    Math.max(
                                                            0,
                                                            part.stripTrailingZeros()
                                                                    .scale()))
                                            + "\u202f%");
                })
                .list();
    }
}
