package fr.suiviclauses.beneficiaire.fusion;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a merge would do, as SQL that preview and merge share: {@code :garde} stays, {@code :absorbe} goes into it. Each
 * starts with {@code with}.
 */
final class Plan {

    /**
     * Entries as they will be. Windows stay as long as they are, but end before the next one begins; of two that begin the
     * same day, the kept record's stays, as long as the longer of both, and the other sleeps on its own record.
     */
    static final String ENTREES = """
            with dates as (
                select debut, max(fin) as fin, count(*) = 2 as double,
                       min(id) filter (where beneficiaire_id = :garde) as garde, min(id) filter (where beneficiaire_id = :absorbe) as absorbe
                  from entree where structure_id = :structure and beneficiaire_id in (:garde, :absorbe)
                 group by debut),
            fenetre as (
                select coalesce(d.garde, d.absorbe) as id, d.debut, d.garde, d.absorbe, d.double,
                       least(d.fin, lead(d.debut) over (order by d.debut) - 1) as fin
                  from dates d),
            fenetre_changee as (
                select f.id, f.debut, e.fin as avant, f.fin as apres
                  from fenetre f join entree e on e.structure_id = :structure and e.id = f.id)""";

    /** Follow-ups that both have for one milestone: one that is an answer stays, then the latest, then the kept record's. */
    static final String SUIVIS = """
            suivi as (
                select s.*, row_number() over (
                           partition by cohorte, jalon
                               order by situation <> 'NON_RENSEIGNE' desc, date_reponse desc nulls last, beneficiaire_id = :garde desc) as rang
                  from situation_suivi s
                 where structure_id = :structure and beneficiaire_id in (:garde, :absorbe))""";

    /** Hours that will count: those of either, validated, in a month of a window as it will be. */
    static final String HEURES_APRES = """
            select coalesce(sum(r.heures), 0)
              from releve_heures r
              join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
             where r.structure_id = :structure and c.beneficiaire_id in (:garde, :absorbe) and r.statut = 'VALIDEE'
               and exists (select from fenetre f
                            where r.mois between premier_du_mois(f.debut) and premier_du_mois(f.fin))""";

    static final String HEURES_AVANT = """
            select coalesce(sum(heures), 0) from heure_comptee
             where structure_id = :structure and beneficiaire_id in (:garde, :absorbe)""";

    /** Contracts of both that only their person tells apart: the same one, entered on either record. */
    static final String CONTRATS_COMMUNS = """
            select e.nom || ', depuis le ' || to_char(a.debut, 'DD/MM/YYYY')
              from contrat_insertion a
              join contrat_insertion g on g.structure_id = a.structure_id and g.employeur_id = a.employeur_id
                   and g.modalite = a.modalite and g.debut = a.debut and g.reference is null
              join entreprise e on e.structure_id = a.structure_id and e.id = a.employeur_id
             where a.structure_id = :structure and a.reference is null and a.beneficiaire_id = :absorbe and g.beneficiaire_id = :garde
             order by 1""";

    private Plan() {}

    static JdbcClient.StatementSpec about(JdbcClient jdbc, String sql, long structure, long garde, long absorbe) {
        return jdbc.sql(sql).param("structure", structure).param("garde", garde).param("absorbe", absorbe);
    }
}
