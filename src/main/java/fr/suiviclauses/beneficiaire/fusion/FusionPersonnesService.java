package fr.suiviclauses.beneficiaire.fusion;

import fr.suiviclauses.beneficiaire.BeneficiaireLecture;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.Fusion;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records of one human being one. Contracts with their hours, entries and follow-ups of one go to the other;
 * which ones, and what the windows were, is kept by ids and dates, so that undoing moves back that and nothing else. SQL,
 * for a merge is about whole tables, and none of these rows is looked at.
 */
@Service
@RequiredArgsConstructor
@Transactional
class FusionPersonnesService {

    private static final String APERCU =
            Plan.ENTREES + ", " + Plan.SUIVIS + """

            select (select count(*) from contrat_insertion where structure_id = :structure and beneficiaire_id = :absorbe) as contrats,
                   (select count(*) from fenetre where garde is null) as entrees, (select count(*) from fenetre where double) as unies,
                   (select count(*) from suivi where beneficiaire_id = :absorbe and rang = 1) as suivis,
                   (select count(*) from suivi where rang > 1) as ecartes,
                   (%s) as avant, (%s) as apres""".formatted(Plan.HEURES_AVANT, Plan.HEURES_APRES);

    private static final String FENETRES =
            Plan.ENTREES + " select debut, avant, apres from fenetre_changee where avant <> apres order by debut";

    /** What undoing needs. */
    private static final String AVANT =
            Plan.ENTREES + ", " + Plan.SUIVIS + """
            , unie as (
                select f.garde, f.absorbe,
                       (select coalesce(jsonb_agg(c.critere order by c.critere), '[]') from entree_critere c
                         where c.structure_id = :structure and c.entree_id = f.absorbe
                           and not exists (select from entree_critere k
                                            where k.structure_id = :structure and k.entree_id = f.garde and k.critere = c.critere)) as criteres,
                       (select coalesce(jsonb_agg(p.id order by p.id), '[]') from prolongation p
                         where p.structure_id = :structure and p.entree_id = f.absorbe) as prolongations,
                       to_jsonb(array_remove(array[
                           case when g.commune_insee is null and a.commune_insee is not null then 'commune_insee' end,
                           case when g.metropole is null and a.metropole is not null then 'metropole' end,
                           case when g.qpv = 'INCONNU' and a.qpv <> 'INCONNU' then 'qpv' end,
                           case when g.diplome is null and a.diplome is not null then 'diplome' end,
                           case when g.prescripteur is null and a.prescripteur is not null then 'prescripteur' end], null)) as champs
                  from fenetre f
                  join entree g on g.structure_id = :structure and g.id = f.garde
                  join entree a on a.structure_id = :structure and a.id = f.absorbe)
            insert into fusion_beneficiaire (structure_id, garde_id, absorbe_id, fait_par, avant)
            select :structure, :garde, :absorbe, :auteur, jsonb_build_object(
                'contrats', (select coalesce(jsonb_agg(id order by id), '[]') from contrat_insertion
                              where structure_id = :structure and beneficiaire_id = :absorbe),
                'entrees', (select coalesce(jsonb_agg(id order by id), '[]') from fenetre where garde is null),
                'unies', (select coalesce(jsonb_agg(to_jsonb(u)), '[]') from unie u),
                'fenetres', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from fenetre_changee c),
                'suivis', (select coalesce(jsonb_agg(id order by id), '[]') from suivi where beneficiaire_id = :absorbe and rang = 1),
                'ecartes', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'beneficiaire_id', beneficiaire_id, 'cohorte', cohorte,
                                'jalon', jalon, 'situation', situation, 'date_reponse', date_reponse)), '[]') from suivi where rang > 1),
                'fusionnes', (select coalesce(jsonb_agg(id order by id), '[]') from beneficiaire
                               where structure_id = :structure and fusionne_dans = :absorbe),
                'gagnees', (%s) - (%s))
            returning id""".formatted(Plan.HEURES_APRES, Plan.HEURES_AVANT);

    /** The rows that {@code avant} names go to the record that stays, in this order. */
    private static final List<String> ECRITURES = List.of("""
            delete from situation_suivi s using fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and s.structure_id = f.structure_id
               and s.id in (select (e ->> 'id')::bigint from jsonb_array_elements(f.avant -> 'ecartes') as e)""", """
            update situation_suivi s set beneficiaire_id = f.garde_id from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and s.structure_id = f.structure_id
               and s.id in (select jsonb_array_elements_text(f.avant -> 'suivis')::bigint)""", """
            update contrat_insertion c set beneficiaire_id = f.garde_id from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and c.structure_id = f.structure_id
               and c.id in (select jsonb_array_elements_text(f.avant -> 'contrats')::bigint)""", """
            update entree e set beneficiaire_id = f.garde_id, fin = w.apres
              from fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'fenetres') as w (id bigint, apres date)
             where f.structure_id = :structure and f.id = :fusion and e.structure_id = f.structure_id and e.id = w.id
               and (e.beneficiaire_id, e.fin) <> (f.garde_id, w.apres)""", """
            insert into entree_critere (structure_id, entree_id, critere, justificatif, verifie_le)
            select c.structure_id, u.garde, c.critere, c.justificatif, c.verifie_le
              from fusion_beneficiaire f
             cross join jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, absorbe bigint, criteres jsonb)
              join entree_critere c on c.structure_id = f.structure_id and c.entree_id = u.absorbe and u.criteres @> to_jsonb(c.critere)
             where f.structure_id = :structure and f.id = :fusion""", """
            update prolongation p set entree_id = u.garde
              from fusion_beneficiaire f cross join jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, prolongations jsonb)
             where f.structure_id = :structure and f.id = :fusion and p.structure_id = f.structure_id and u.prolongations @> to_jsonb(p.id)""", """
            update entree g set commune_insee = coalesce(g.commune_insee, a.commune_insee), metropole = coalesce(g.metropole, a.metropole),
                   diplome = coalesce(g.diplome, a.diplome), prescripteur = coalesce(g.prescripteur, a.prescripteur),
                   (qpv, qpv_code, qpv_generation, qpv_mode, qpv_evalue_le) = (
                       select x.qpv, x.qpv_code, x.qpv_generation, x.qpv_mode, x.qpv_evalue_le from entree x
                        where x.structure_id = g.structure_id and x.id = case when g.qpv = 'INCONNU' then a.id else g.id end)
              from fusion_beneficiaire f
             cross join jsonb_to_recordset(f.avant -> 'unies') as u (garde bigint, absorbe bigint, champs jsonb)
              join entree a on a.structure_id = f.structure_id and a.id = u.absorbe
             where f.structure_id = :structure and f.id = :fusion and g.structure_id = f.structure_id and g.id = u.garde
               and jsonb_array_length(u.champs) > 0""", """
            update beneficiaire b set fusionne_dans = f.garde_id from fusion_beneficiaire f
             where f.structure_id = :structure and f.id = :fusion and b.structure_id = f.structure_id
               and (b.id = f.absorbe_id or b.fusionne_dans = f.absorbe_id)""");

    private final JdbcClient jdbc;
    private final BeneficiaireLecture beneficiaires;

    /** What would move, change, or stand against it. */
    @Transactional(readOnly = true)
    Apercu preview(long garde, long absorbe, UtilisateurConnecte moi) {
        both(garde, absorbe, moi);
        List<Apercu.Fenetre> fenetres = Plan.about(jdbc, FENETRES, moi.structureId(), garde, absorbe)
                .query((ligne, rang) -> new Apercu.Fenetre(
                        ligne.getObject("debut", LocalDate.class),
                        ligne.getObject("avant", LocalDate.class),
                        ligne.getObject("apres", LocalDate.class)))
                .list();
        List<String> communs = common(garde, absorbe, moi);
        return Plan.about(jdbc, APERCU, moi.structureId(), garde, absorbe)
                .query((ligne, rang) -> new Apercu(
                        ligne.getLong("contrats"),
                        ligne.getLong("entrees"),
                        ligne.getLong("unies"),
                        ligne.getLong("suivis"),
                        ligne.getLong("ecartes"),
                        new Heures(ligne.getBigDecimal("avant")),
                        new Heures(ligne.getBigDecimal("apres")),
                        fenetres,
                        communs))
                .single();
    }

    /**
     * Merges one record into another.
     *
     * @throws RegleMetierException where both have the same contract
     */
    void merge(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        Fusion.begin(jdbc, "beneficiaire", moi.structureId(), garde, absorbe);
        both(garde, absorbe, moi);
        List<String> communs = common(garde, absorbe, moi);
        if (!communs.isEmpty())
            throw new RegleMetierException(
                    "",
                    "Les deux fiches ont un même contrat (" + String.join("\u00a0; ", communs)
                            + ")\u00a0: supprimez d’abord l’un des deux, ou donnez-lui une référence.");
        Contraintes.translated(() -> {
            jdbc.sql("set constraints entree_fenetres_disjointes deferred").update();
            long fusion = Plan.about(jdbc, AVANT, moi.structureId(), garde, absorbe)
                    .param("auteur", moi.id())
                    .query(Long.class)
                    .single();
            ECRITURES.forEach(sql -> jdbc.sql(sql)
                    .param("structure", moi.structureId())
                    .param("fusion", fusion)
                    .update());
            return jdbc.sql("set constraints entree_fenetres_disjointes immediate")
                    .update();
        });
    }

    private List<String> common(long garde, long absorbe, UtilisateurConnecte moi) {
        return Plan.about(jdbc, Plan.CONTRATS_COMMUNS, moi.structureId(), garde, absorbe)
                .query(String.class)
                .list();
    }

    private static void checkTwo(long garde, long absorbe) {
        if (garde == absorbe) throw new RegleMetierException("", "Choisissez une autre fiche.");
    }

    /** Both exist, stand for themselves, and are two. */
    private void both(long garde, long absorbe, UtilisateurConnecte moi) {
        checkTwo(garde, absorbe);
        beneficiaires.standing(garde, moi);
        beneficiaires.standing(absorbe, moi);
    }
}
