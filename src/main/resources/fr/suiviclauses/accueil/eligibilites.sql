-- The last window of people at work ends soon: afterwards their hours count no more.
select count(*) over () as total, b.id, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, e.fin
  from entree e
  join beneficiaire b on b.structure_id = e.structure_id and b.id = e.beneficiaire_id
 where e.structure_id = :structure and e.fin between :jour and :bientot
   and not exists (select from entree s where s.structure_id = e.structure_id and s.beneficiaire_id = e.beneficiaire_id and s.debut > e.debut)
   and exists (select from contrat_insertion c where c.structure_id = e.structure_id and c.beneficiaire_id = e.beneficiaire_id
                  and c.debut <= :jour and (c.fin is null or c.fin > e.fin))
   and (not :miens or exists (select from personne_du_facilitateur p where p.beneficiaire_id = e.beneficiaire_id))
 order by e.fin, personne, b.id
 limit :lignes
