-- Late ones and those of the next 30 days; her own first.
select count(*) over () as total, a.libelle, a.echeance, m.id as marche_id, m.reference, u.nom as responsable,
       coalesce(a.responsable_id, m.facilitateur_id) is not distinct from :moi as mienne
  from action_marche a
  join marche m on m.structure_id = a.structure_id and m.id = a.marche_id
  left join utilisateur u on u.structure_id = a.structure_id and u.id = a.responsable_id
 where a.structure_id = :structure and a.faite_le is null and a.echeance <= :bientot
   and (not :miens or m.facilitateur_id = :moi or a.responsable_id = :moi)
 order by mienne desc, a.echeance, a.id
 limit :lignes
