-- Monthly records: those that count in the figure; with comptees=NON those of the period that do not, and why.
select h.mois as "Mois", d.nom as "Donneur d’ordres", m.reference as "Marché", l.numero as "Lot", i.personne as "Bénéficiaire",
       e.nom as "Employeur", c.modalite as "Modalité", h.motif as "Pourquoi elles ne comptent pas", h.heures as "Heures",
       h.heures as _heures, null as _cible,
       row_number() over (order by h.mois desc, d.nom collate "fr-x-icu", m.reference, l.numero, h.releve_id) as _rang
  from (select h.releve_id, h.contrat_id, h.lot_id, h.mois, h.heures, h.beneficiaire_id, null as motif
          from heure_comptee h
          join (select distinct contrat_id, lot_id from choisie) x on x.contrat_id = h.contrat_id and x.lot_id = h.lot_id
         where h.structure_id = :structure and h.mois between :debut and :fin and cast(:comptees as text) is null
        union all
        select q.releve_id, q.contrat_id, q.lot_id, q.mois, q.heures, q.beneficiaire_id, q.motif_non_compte
          from heure_qualifiee q
          join lot_choisi x on x.lot_id = q.lot_id
         where q.structure_id = :structure and q.mois between :debut and :fin and cast(:comptees as text) = 'NON'
           and q.motif_non_compte is not null) h
  join lot l on l.structure_id = :structure and l.id = h.lot_id
  join marche m on m.structure_id = :structure and m.id = l.marche_id
  join donneur_ordre d on d.structure_id = :structure and d.id = m.donneur_ordre_id
  join contrat_insertion c on c.structure_id = :structure and c.id = h.contrat_id
  join entreprise e on e.structure_id = :structure and e.id = c.employeur_id
  join identite i on i.beneficiaire_id = h.beneficiaire_id
