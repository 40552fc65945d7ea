-- Hours: known by contract, lot and month. A reprise says neither why a month is above the plausible nor why hours were
-- rejected.

create temp table r_heure on commit drop as
select r.ligne, c.nom, k.contrat_id, k.lot_id, k.marche_id, k.personne_id, r.mois, r.heures, r.statut,
       null::text as justification, null::text as motif,
       h.id, h.heures as heures_avant, h.statut as statut_avant, h.justification as justification_avant, h.motif as motif_avant,
       h.id is null as nouveau,
       first_value(r.ligne) over (partition by k.contrat_id, k.lot_id, r.mois order by r.ligne) as premiere_ligne
  from r_ligne r
  join r_lien k using (ligne)
  join r_contrat c on c.id = k.contrat_id
  left join releve_heures h on h.structure_id = :structure and h.contrat_id = k.contrat_id and h.lot_id = k.lot_id and h.mois = r.mois
 where r.personne and k.contrat_id is not null and k.lot_id is not null and r.mois is not null;

analyze r_heure;

-- Hours that are stored and not in this file must stay within their contract if its dates move.
insert into r_erreur
select c.ligne, case when min(r.mois) < premier_du_mois(c.debut) then 'contrat_debut' else 'contrat_fin' end,
       case when min(r.mois) < premier_du_mois(c.debut) then c.debut else c.fin end::text,
       'Des heures déjà enregistrées tomberaient hors du contrat (' || to_char(case when min(r.mois) < premier_du_mois(c.debut) then min(r.mois) else max(r.mois) end, 'MM/YYYY') || ').'
  from r_contrat c
  join releve_heures r on r.structure_id = :structure and r.contrat_id = c.id
 where not c.nouveau and (c.debut <> c.debut_avant or c.fin is distinct from c.fin_avant)
   and (r.mois < premier_du_mois(c.debut) or r.mois > c.fin)
   and not exists (select from r_heure h where h.id = r.id)
 group by c.ligne, c.debut, c.fin;
