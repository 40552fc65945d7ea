-- What each line says of its month. Blank hours leave the month as it is; 0 is a month confirmed without hours, which
-- counts as known: nouveau tells a month of which nothing was known. A status is one of hours, a reason one of a rejection.

create temp table r_heure on commit drop as
select r.ligne, c.nom || ', marché ' || l.marche || ', lot ' || l.numero as nom, k.contrat_id, k.lot_id, k.marche_id, k.personne_id, r.mois, r.heures, s.statut,
       case when s.heures > 0 then r.justification end as justification,
       case when s.heures > 0 and coalesce(s.statut, h.statut) = 'REJETEE' then r.motif end as motif,
       h.id, coalesce(h.heures, case when z.mois is not null then 0.00 end) as heures_avant,
       -- Of a month without hours, no status was known that hours could change.
       coalesce(h.statut, case when z.mois is not null then s.statut end) as statut_avant,
       h.justification as justification_avant, h.motif as motif_avant,
       h.id is null and z.mois is null as nouveau,
       first_value(r.ligne) over (partition by k.contrat_id, k.lot_id, r.mois order by r.ligne) as premiere_ligne
  from r_ligne r
  join r_lien k using (ligne)
  join r_contrat c on c.id = k.contrat_id
  join r_lot_du_contrat l on l.contrat_id = k.contrat_id and l.lot_id = k.lot_id
  left join releve_heures h on h.structure_id = :structure and h.contrat_id = k.contrat_id and h.lot_id = k.lot_id and h.mois = r.mois
  left join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = k.contrat_id and z.lot_id = k.lot_id and z.mois = r.mois
 cross join lateral (select coalesce(r.heures, h.heures) as heures, case when coalesce(r.heures, h.heures) > 0 then r.statut end as statut) s
 where r.mois is not null;

analyze r_heure;
