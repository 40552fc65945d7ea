-- As on the page of follow-ups: due, not yet passed by the next milestone, and without an answer.
select count(*) over () as total, b.id, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, j.jalon, j.cohorte, j.jusqu_au
  from suivi_jalons(:structure, :annee - 2, :annee) j
  join beneficiaire b on b.structure_id = :structure and b.id = j.beneficiaire_id
 where b.anonymise_le is null and j.a_partir_du <= :jour and j.jusqu_au > :jour
   and not exists (select from situation_suivi t where t.structure_id = :structure and t.beneficiaire_id = j.beneficiaire_id
                      and t.cohorte = j.cohorte and t.jalon = j.jalon)
   and (not :miens or exists (select from personne_du_facilitateur p where p.beneficiaire_id = j.beneficiaire_id))
 order by j.jusqu_au, j.jalon desc, personne, b.id, j.cohorte
 limit :lignes
