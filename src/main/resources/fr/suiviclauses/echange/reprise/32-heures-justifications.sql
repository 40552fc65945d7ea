-- What is asked of hours entered now, and not of those of the past.

-- Above 48 hours a week, a justification: the file's, or one stored with any of the person's hours of that month.
insert into r_erreur
select m.ligne_au_dela_212, 'justification', '',
       'Cette personne aurait ' || replace(m.heures::text, '.', ',') || ' h en ' || to_char(m.mois, 'MM/YYYY')
           || case when m.heures_enregistrees > 0 then ', dont ' || replace(m.heures_enregistrees::text, '.', ',') || ' h hors de ce fichier' else '' end
           || ', au-delà de 212,6 h (48 h par semaine) : indiquez pourquoi.'
  from r_mois m
 where m.ligne_au_dela_212 is not null and m.ligne_au_dela_744 is null
   and exists (select from r_heure h
                where h.personne_id = m.personne_id and h.mois = m.mois
                  and (h.nouveau and h.heures > 0 or h.heures <> h.heures_avant
                       or h.statut_avant = 'REJETEE' and h.statut <> 'REJETEE'))
   and not exists (select from r_heure h
                    where h.personne_id = m.personne_id and h.mois = m.mois and h.heures is distinct from 0
                      and coalesce(h.statut, h.statut_avant, 'VALIDEE') <> 'REJETEE'
                      and coalesce(h.justification, h.justification_avant) is not null)
   and not exists (select from releve_heures r
                     join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                    where r.structure_id = :structure and c.beneficiaire_id = m.personne_id and r.mois = m.mois
                      and r.statut <> 'REJETEE' and r.justification is not null
                      and not exists (select from r_heure h where h.id = r.id));

-- Hours are not rejected without saying why.
insert into r_erreur
select ligne, 'motif', '', 'Un rejet demande un motif.'
  from r_heure
 where statut = 'REJETEE' and (id is null or statut_avant <> 'REJETEE') and motif is null;

-- A full-time month is passed.
insert into r_avertissement
select m.ligne_au_dela_151, 'heures', r.heures::text,
       'Cette personne a ' || replace(m.heures::text, '.', ',') || ' h en ' || to_char(m.mois, 'MM/YYYY')
           || ', plus qu’un temps plein (151,67 h).'
  from r_mois m join r_ligne r on r.ligne = m.ligne_au_dela_151
 where m.ligne_au_dela_212 is null;

-- What was emptied stays, and must not be thought gone.
insert into r_avertissement
select ligne, 'heures', '',
       'Cette case est vide, et ' || replace(heures_avant::text, '.', ',') || ' h sont enregistrées : elles restent. Écrivez 0 pour dire qu’il n’y en a pas.'
  from r_heure where heures is null and heures_avant > 0 and ligne not in (select ligne from r_ligne where invalides & {heures} <> 0);
