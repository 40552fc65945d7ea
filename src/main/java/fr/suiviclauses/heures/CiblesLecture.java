package fr.suiviclauses.heures;

import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the grid may be opened for. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class CiblesLecture {

    private final JdbcClient jdbc;

    /** What may be followed, found by a few letters; each with its parameter and its id. */
    record Choix(
            String cible, long id, String libelle, @Nullable String detail) {}

    /** The marché that opens where the address names nothing: hers first, then the one with most hours. */
    Optional<Long> marcheParDefaut(FiltreHeures filtre, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select m.id from marche m
                          join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                          left join lateral (
                               select sum(r.heures) as heures from releve_heures r
                                where r.structure_id = l.structure_id and r.lot_id = l.id and r.mois between :du and :au) h on true
                         where m.structure_id = :structure
                         group by m.id, m.facilitateur_id
                        having sum(h.heures) is not null or bool_or(exists (
                               select from affectation f where f.structure_id = l.structure_id and f.lot_id = l.id))
                         order by m.facilitateur_id is not distinct from :moi desc, sum(h.heures) desc nulls last, m.id
                         limit 1""")
                .param("structure", moi.structureId())
                .param("moi", moi.id())
                .param("du", filtre.du())
                .param("au", filtre.au())
                .query(Long.class)
                .optional();
    }

    /** Marchés first (hers before the others), then companies, operations, facilitateurs. */
    Map<String, List<Choix>> choix(String mot, FiltreHeures filtre, UtilisateurConnecte moi) {
        Map<String, List<Choix>> choix = new LinkedHashMap<>();
        jdbc.sql("""
                        (select 'marche' as cible, m.id, m.reference as libelle, d.nom as detail, 1 as ordre,
                                m.facilitateur_id is distinct from :moi as autre
                           from marche m
                           join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                           join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          where m.structure_id = :structure and a.debut <= :au and coalesce(a.fin, 'infinity') >= :du
                            and position(texte_normalise(:mot) in texte_normalise(d.nom || ' ' || m.reference || ' ' || coalesce(m.objet, ''))) > 0
                          order by autre, m.reference, m.id limit 30)
                        union all
                        (select 'entreprise', e.id, e.nom, e.siren, 2, true from entreprise e
                          where e.structure_id = :structure and position(texte_normalise(:mot) in e.nom_normalise || ' ' || coalesce(e.siren, '')) > 0
                            and exists (select from contrat_insertion c where c.structure_id = e.structure_id and c.employeur_id = e.id
                                           and c.debut <= :au and coalesce(c.fin, 'infinity') >= :du)
                          order by e.nom_normalise, e.id limit 30)
                        union all
                        (select 'operation', o.id, o.nom, null, 3, true from operation o
                          where o.structure_id = :structure and position(texte_normalise(:mot) in o.nom_normalise) > 0
                          order by o.nom_normalise, o.id limit 30)
                        union all
                        (select 'facilitateur', u.id, u.nom, null, 4, u.id <> :moi from utilisateur u
                          where u.structure_id = :structure and position(texte_normalise(:mot) in texte_normalise(u.nom)) > 0
                            and exists (select from marche m where m.structure_id = u.structure_id and m.facilitateur_id = u.id)
                          order by u.id <> :moi, u.nom limit 30)
                        order by ordre, autre, libelle, id""")
                .param("structure", moi.structureId())
                .param("moi", moi.id())
                .param("mot", mot)
                .param("du", filtre.du())
                .param("au", filtre.au())
                .query(Choix.class)
                .list()
                .forEach(c ->
                        choix.computeIfAbsent(c.cible, nom -> new ArrayList<>()).add(c));
        return choix;
    }
}
