-- What the months that this file writes were before, so that the import can be cancelled exactly.

create temp table r_ecrit on commit drop as
select f.contrat_id, f.lot_id, f.mois, h.id as releve_avant, h.heures as heures_avant, h.statut as statut_avant,
       h.justification as justification_avant, h.motif as motif_avant, h.version as version_avant,
       z.confirme_le as sans_heure_avant, z.confirme_par as sans_heure_avant_par
  from r_heure f
  left join releve_heures h on h.structure_id = :structure and h.id = f.id
  left join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = f.contrat_id and z.lot_id = f.lot_id and z.mois = f.mois
 where f.nouveau and f.heures is not null or f.ligne in (select ligne from r_modifiee);
