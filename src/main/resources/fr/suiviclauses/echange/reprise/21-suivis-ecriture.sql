-- What became of people: corrected where it is known, added where it is not.

update situation_suivi a set situation = s.situation, date_reponse = coalesce(s.date, a.date_reponse)
  from r_suivi s
 where a.structure_id = :structure and a.id = s.id
   and (s.situation <> a.situation or s.date is not null and s.date is distinct from a.date_reponse);

insert into situation_suivi (structure_id, beneficiaire_id, cohorte, jalon, situation, date_reponse)
select :structure, beneficiaire_id, cohorte, jalon, situation, date from r_suivi where nouveau;
