package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Grille;
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
import java.time.YearMonth;
import java.util.Arrays;
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
    private final ActionService actions;
    private final Chronologie chronologie;

    MarchePage page(long id, LocalDate au, LocalDate aujourdhui, UtilisateurConnecte moi) {
        MarchePage.Identite identite = identite(id, aujourdhui, moi);
        LotsLecture.Lots lus = lots.read(identite, au, moi);
        return new MarchePage(
                identite,
                au,
                au.equals(aujourdhui),
                lus.total(),
                lus.lots(),
                entreprises(id, moi),
                personnes(id, au, moi),
                moi.has(Role.FACILITATEUR) ? gens(id, au, moi) : null,
                actions.due(id, aujourdhui, moi),
                chronologie.of(id, moi));
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
                ligne.getObject("date_debut", LocalDate.class),
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

    private long personnes(long id, LocalDate au, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select count(distinct h.beneficiaire_id) from lot l
                          join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                         where l.structure_id = :structure and l.marche_id = :id and h.mois <= :au""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("au", au)
                .query(Long.class)
                .single();
    }

    /** Who works or is to work on its lots; hours that do not count are not in the figure, but their person is there. */
    private Grille gens(long id, LocalDate au, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        with lots as (select id from lot where structure_id = :structure and marche_id = :id),
                        fait as (
                            select h.beneficiaire_id, sum(h.heures) as heures, max(h.mois) as dernier from heure_comptee h
                             where h.structure_id = :structure and h.lot_id in (select id from lots) and h.mois <= :au
                             group by h.beneficiaire_id),
                        presents as (
                            select c.beneficiaire_id, string_agg(distinct e.nom, ', ') as employeurs from contrat_insertion c
                              join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                             where c.structure_id = :structure and c.id in (
                                   select contrat_id from releve_heures where structure_id = :structure and lot_id in (select id from lots)
                                   union all
                                   select contrat_id from affectation where structure_id = :structure and lot_id in (select id from lots))
                             group by c.beneficiaire_id)
                        select b.id, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, p.employeurs,
                               coalesce(f.heures, 0) as heures, f.dernier
                          from presents p
                          join beneficiaire b on b.structure_id = :structure and b.id = p.beneficiaire_id
                          left join fait f on f.beneficiaire_id = p.beneficiaire_id
                         order by coalesce(f.heures, 0) desc, b.nom_normalise, b.prenom_normalise, b.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("au", au)
                .query((ligne, rang) -> {
                    LocalDate dernier = ligne.getObject("dernier", LocalDate.class);
                    return new Grille.Ligne(
                            Arrays.asList(
                                    ligne.getString("personne"),
                                    ligne.getString("employeurs"),
                                    new Heures(ligne.getBigDecimal("heures")),
                                    dernier == null ? null : YearMonth.from(dernier)),
                            "/beneficiaires/" + ligne.getLong("id"));
                })
                .list();
        return new Grille(
                "personnes",
                "Personnes",
                "Heures comptées jusqu’au " + DateFrancaise.affiche(au) + ".",
                List.of(
                        Grille.Colonne.texte("Personne"),
                        Grille.Colonne.texte("Employeur"),
                        Grille.Colonne.chiffre("Heures comptées"),
                        Grille.Colonne.texte("Dernières heures")),
                lignes,
                null);
    }
}
