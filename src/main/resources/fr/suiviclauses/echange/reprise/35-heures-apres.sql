-- And what they became: cancelling is refused where anything else has happened since.

insert into depot_releve (structure_id, depot_id, contrat_id, lot_id, mois, releve_avant, heures_avant, statut_avant,
       justification_avant, motif_avant, version_avant, sans_heure_avant, sans_heure_avant_par,
       releve_apres, version_apres, sans_heure_apres)
select :structure, :depot, e.contrat_id, e.lot_id, e.mois, e.releve_avant, e.heures_avant, e.statut_avant,
       e.justification_avant, e.motif_avant, e.version_avant, e.sans_heure_avant, e.sans_heure_avant_par,
       h.id, h.version, z.confirme_le
  from r_ecrit e
  left join releve_heures h on h.structure_id = :structure and h.contrat_id = e.contrat_id and h.lot_id = e.lot_id and h.mois = e.mois
  left join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = e.contrat_id and z.lot_id = e.lot_id and z.mois = e.mois
 where :depot is not null;
