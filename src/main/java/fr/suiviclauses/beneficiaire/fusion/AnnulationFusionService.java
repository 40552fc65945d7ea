package fr.suiviclauses.beneficiaire.fusion;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.Fusion;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes two merged records apart again, exactly as they were, or says what has changed since that stands against it. */
@Service
@RequiredArgsConstructor
@Transactional
class AnnulationFusionService {

    private static final String FUSION =
            " from fusion_beneficiaire f where f.structure_id = :structure and f.id = :fusion and ";

    /** What must not have happened since, and the sentence for it. */
    private static final Map<String, String> OBSTACLES = obstacles();

    private static Map<String, String> obstacles() {
        Map<String, String> obstacles = new LinkedHashMap<>();
        obstacles.put(
                "exists (select from beneficiaire b where b.structure_id = f.structure_id and b.id = f.garde_id and b.fusionne_dans is not null)",
                "La fiche gardée a elle-même été fusionnée depuis\u00a0: annulez d’abord cette fusion-là.");
        obstacles.put(
                """
                exists (select from fusion_beneficiaire x where x.structure_id = f.structure_id and x.garde_id = f.garde_id
                           and x.annule_le is null and x.id > f.id)""",
                "Une autre fiche a été fusionnée depuis dans celle-ci\u00a0: annulez d’abord la fusion la plus récente.");
        obstacles.put("""
                exists (select from jsonb_array_elements_text(f.avant -> 'contrats') as e (id)
                         where not exists (select from contrat_insertion c where c.structure_id = f.structure_id
                                              and c.id = e.id::bigint and c.beneficiaire_id = f.garde_id))""", "Un contrat de la fiche fusionnée a été supprimé depuis.");
        obstacles.put("""
                exists (select id, debut, fin from entree where structure_id = f.structure_id and beneficiaire_id = f.garde_id
                        except select w.id, w.debut, w.apres from jsonb_to_recordset(f.avant -> 'fenetres') as w (id bigint, debut date, apres date))
                or exists (select w.id, w.debut, w.apres from jsonb_to_recordset(f.avant -> 'fenetres') as w (id bigint, debut date, apres date)
                           except select id, debut, fin from entree where structure_id = f.structure_id and beneficiaire_id = f.garde_id)""", "Une entrée a été ajoutée, déplacée, prolongée ou supprimée depuis.");
        obstacles.put("""
                exists (select from jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, absorbe bigint, criteres jsonb, champs jsonb)
                          join entree g on g.structure_id = f.structure_id and g.id = u.garde
                          join entree a on a.structure_id = f.structure_id and a.id = u.absorbe
                         where u.champs @> '"commune_insee"' and g.commune_insee is distinct from a.commune_insee
                            or u.champs @> '"metropole"' and g.metropole is distinct from a.metropole
                            or u.champs @> '"qpv"' and (g.qpv, g.qpv_code) is distinct from (a.qpv, a.qpv_code)
                            or u.champs @> '"diplome"' and g.diplome is distinct from a.diplome
                            or u.champs @> '"prescripteur"' and g.prescripteur is distinct from a.prescripteur
                            or exists (select from jsonb_array_elements_text(u.criteres) as c (critere)
                                        where not exists (select from entree_critere k where k.structure_id = f.structure_id
                                                             and k.entree_id = u.garde and k.critere = c.critere)))""", "Une entrée que les deux fiches avaient en commun a été modifiée depuis.");
        obstacles.put("""
                exists (select from jsonb_array_elements_text(f.avant -> 'suivis') as e (id)
                         where not exists (select from situation_suivi s where s.structure_id = f.structure_id
                                              and s.id = e.id::bigint and s.beneficiaire_id = f.garde_id))""", "Un suivi de la fiche fusionnée a été supprimé depuis.");
        return obstacles;
    }

    /** Each row goes back to the record that it was on, in this order. */
    private static final List<String> ECRITURES = List.of(
            """
            update situation_suivi s set beneficiaire_id = f.absorbe_id from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and s.structure_id = f.structure_id
               and s.id in (select jsonb_array_elements_text(f.avant -> 'suivis')::bigint)""",
            """
            insert into situation_suivi (id, structure_id, beneficiaire_id, cohorte, jalon, situation, date_reponse)
            select e.id, f.structure_id, e.beneficiaire_id, e.cohorte, e.jalon, e.situation, e.date_reponse
              from fusion_beneficiaire f
             cross join jsonb_to_recordset(f.avant -> 'ecartes')
                as e (id bigint, beneficiaire_id bigint, cohorte smallint, jalon smallint, situation text, date_reponse date)
             where f.structure_id = :structure and f.id = :fusion""",
            """
            update contrat_insertion c set beneficiaire_id = f.absorbe_id from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and c.structure_id = f.structure_id
               and c.id in (select jsonb_array_elements_text(f.avant -> 'contrats')::bigint)""",
            """
            update entree e set fin = w.avant, beneficiaire_id = case when f.avant -> 'entrees' @> to_jsonb(e.id) then f.absorbe_id else e.beneficiaire_id end
              from fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'fenetres') as w (id bigint, avant date)
             where f.structure_id = :structure and f.id = :fusion and e.structure_id = f.structure_id and e.id = w.id
               and (e.fin <> w.avant or f.avant -> 'entrees' @> to_jsonb(e.id))""",
            """
            delete from entree_critere c
             using fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, criteres jsonb)
             where f.structure_id = :structure and f.id = :fusion and c.structure_id = f.structure_id and c.entree_id = u.garde
               and u.criteres @> to_jsonb(c.critere)""",
            """
            update prolongation p set entree_id = u.absorbe
              from fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'unies') as u (absorbe bigint, prolongations jsonb)
             where f.structure_id = :structure and f.id = :fusion and p.structure_id = f.structure_id and u.prolongations @> to_jsonb(p.id)""",
            """
            update entree g set commune_insee = case when u.champs @> '"commune_insee"' then null else commune_insee end,
                   metropole = case when u.champs @> '"metropole"' then null else metropole end,
                   diplome = case when u.champs @> '"diplome"' then null else diplome end,
                   prescripteur = case when u.champs @> '"prescripteur"' then null else prescripteur end,
                   qpv = case when u.champs @> '"qpv"' then 'INCONNU' else qpv end,
                   qpv_code = case when u.champs @> '"qpv"' then null else qpv_code end,
                   qpv_generation = case when u.champs @> '"qpv"' then null else qpv_generation end,
                   qpv_mode = case when u.champs @> '"qpv"' then null else qpv_mode end,
                   qpv_evalue_le = case when u.champs @> '"qpv"' then null else qpv_evalue_le end
              from fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, champs jsonb)
             where f.structure_id = :structure and f.id = :fusion and g.structure_id = f.structure_id and g.id = u.garde
               and jsonb_array_length(u.champs) > 0""",
            """
            update beneficiaire b set fusionne_dans = case when b.id = f.absorbe_id then null else f.absorbe_id end
              from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and b.structure_id = f.structure_id
               and (b.id = f.absorbe_id or f.avant -> 'fusionnes' @> to_jsonb(b.id))""",
            "update fusion_beneficiaire set annule_le = now(), annule_par = :auteur where structure_id = :structure and id = :fusion");

    private final JdbcClient jdbc;

    private record Faite(long gardeId, long absorbeId, BigDecimal gagnees, boolean annulee) {}

    /**
     * Undoes a merge.
     *
     * @return the record that stands for itself again
     * @throws RegleMetierException where something changed since that undoing would break
     */
    long undo(long fusion, UtilisateurConnecte moi) {
        Faite faite = jdbc.sql("""
                        select garde_id, absorbe_id, (avant ->> 'gagnees')::numeric as gagnees, annule_le is not null as annulee
                          from fusion_beneficiaire where structure_id = :structure and id = :fusion for update""")
                .param("structure", moi.structureId())
                .param("fusion", fusion)
                .query(Faite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette fusion n’existe pas."));
        if (faite.annulee) throw new RegleMetierException("", Fusion.DEJA_ANNULEE);
        Verrous.hold(jdbc, "beneficiaire", moi.structureId(), faite.gardeId, faite.absorbeId);
        OBSTACLES.forEach((condition, phrase) -> {
            if (holds(condition, fusion, moi)) throw new RegleMetierException("", refusal(phrase));
        });
        BigDecimal avant = counted(faite, moi);
        Contraintes.translated(() -> {
            jdbc.sql("set constraints entree_fenetres_disjointes deferred").update();
            ECRITURES.forEach(sql -> jdbc.sql(sql)
                    .param("structure", moi.structureId())
                    .param("fusion", fusion)
                    .param("auteur", moi.id())
                    .update());
            return jdbc.sql("set constraints entree_fenetres_disjointes immediate")
                    .update();
        });
        // What the merge made of counted hours is given back, no less and no more: hours entered since keep counting.
        if (avant.subtract(faite.gagnees).compareTo(counted(faite, moi)) != 0)
            throw new RegleMetierException(
                    "", refusal("Des heures saisies depuis la fusion ne compteraient plus de la même façon."));
        return faite.absorbeId;
    }

    private static String refusal(String phrase) {
        return "La fusion n’est pas annulée. " + phrase;
    }

    private boolean holds(String condition, long fusion, UtilisateurConnecte moi) {
        return jdbc.sql("select exists (select" + FUSION + "(" + condition + "))")
                .param("structure", moi.structureId())
                .param("fusion", fusion)
                .query(Boolean.class)
                .single();
    }

    private BigDecimal counted(Faite faite, UtilisateurConnecte moi) {
        return Plan.about(jdbc, Plan.HEURES_AVANT, moi.structureId(), faite.gardeId, faite.absorbeId)
                .query(BigDecimal.class)
                .single();
    }
}
