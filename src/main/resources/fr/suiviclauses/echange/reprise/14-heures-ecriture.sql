-- The write of hours, whatever file they come from: 0 confirms a month without hours, and takes away those there were;
-- what the file leaves blank stays. A rejection's reason goes with it.

delete from releve_heures h using r_heure f where h.structure_id = :structure and h.id = f.id and f.heures = 0;

insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois, confirme_par)
select :structure, contrat_id, lot_id, mois, :utilisateur from r_heure where heures = 0
    on conflict do nothing;

update releve_heures h set heures = coalesce(f.heures, h.heures), statut = coalesce(f.statut, h.statut),
       justification = coalesce(f.justification, h.justification),
       motif = case when coalesce(f.statut, h.statut) = 'REJETEE' then coalesce(f.motif, h.motif)
                    when h.statut <> 'REJETEE' then h.motif end,
       version = h.version + 1
  from r_heure f
 where h.structure_id = :structure and h.id = f.id
   and (f.heures <> h.heures or f.statut <> h.statut or f.justification <> h.justification
        or f.justification is not null and h.justification is null
        or f.motif <> h.motif or f.motif is not null and h.motif is null);

insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, justification, motif)
select :structure, contrat_id, lot_id, mois, heures, coalesce(statut, 'VALIDEE'), justification, motif
  from r_heure where id is null and heures > 0;

-- A month confirmed without hours has some after all.
delete from mois_sans_heure m using r_heure f
 where m.structure_id = :structure and m.contrat_id = f.contrat_id and m.lot_id = f.lot_id and m.mois = f.mois
   and f.id is null and f.heures > 0;
