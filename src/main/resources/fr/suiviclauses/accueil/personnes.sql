-- Who works, or is expected, on the marchés in a facilitator's charge.
with lot_du_facilitateur as (
    select l.id from marche m
      join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
     where :miens and m.structure_id = :structure and m.facilitateur_id = :moi),
personne_du_facilitateur as (
    select c.beneficiaire_id
      from lot_du_facilitateur l
      join releve_heures r on r.structure_id = :structure and r.lot_id = l.id
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
     union
    select c.beneficiaire_id
      from lot_du_facilitateur l
      join affectation a on a.structure_id = :structure and a.lot_id = l.id
      join contrat_insertion c on c.structure_id = a.structure_id and c.id = a.contrat_id)
