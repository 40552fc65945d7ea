-- What is worth a look in hours, whatever file they come from.

-- Hours outside the marché's dates count all the same.
insert into r_avertissement
select h.ligne, 'mois', to_char(h.mois, 'YYYY-MM'), 'Ces heures sont hors des dates du marché.'
  from r_heure h
  join r_marche m on m.id = h.marche_id
 where h.heures is distinct from 0
   and (h.mois < premier_du_mois(coalesce(m.notification, m.notification_avant))
        or h.mois > greatest(coalesce(m.fin, m.fin_avant), (
               select max(r.date_fin) from reconduction r where r.structure_id = :structure and r.marche_id = h.marche_id)));

-- Hours outside every eligibility window are stored and do not count.
insert into r_avertissement
select h.ligne, 'mois', to_char(h.mois, 'YYYY-MM'),
       'Ces heures sont hors de la période d’éligibilité : elles sont gardées mais ne comptent pas.'
  from r_heure h
 where h.heures is distinct from 0
   and not exists (select from r_fenetre f where f.personne_id = h.personne_id
                      and h.mois between premier_du_mois(f.debut) and premier_du_mois(f.fin));

insert into r_avertissement
select m.ligne_au_dela_212, 'heures', r.heures::text,
       'Cette personne a ' || replace(m.heures::text, '.', ',') || ' h en ' || to_char(m.mois, 'MM/YYYY')
           || ', au-delà de 212,6 h (48 h par semaine).'
  from r_mois m join r_ligne r on r.ligne = m.ligne_au_dela_212
 where m.ligne_au_dela_744 is null
   and not exists (select from r_erreur e where e.ligne = m.ligne_au_dela_212 and e.colonne = 'justification');
