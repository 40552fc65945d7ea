-- What pages that look for what is amiss or to be done share with the import and with one another, said once.

-- The import warns of it, the controls list it: never refused.
create function avertissement_critere(critere text, age integer) returns text
    language sql immutable strict parallel safe
    return case when (critere = 'SENIOR_50' and age < 50)
                  or (critere in ('JEUNE_SANS_QUALIFICATION', 'JEUNE_SANS_EXPERIENCE') and age >= 26)
                then 'Critère ' || critere || ' (' || case when critere = 'SENIOR_50' then 'plus de 50 ans' else 'moins de 26 ans' end
                     || ') pour une personne de ' || age || ' ans à l’entrée.' end;
comment on function avertissement_critere is 'Why a criterion is at odds with the age at the entry; null when it is not';

-- From "Mairie de Toulouse" and "Toulouse (mairie)" on; below, two names share but common words.
create function noms_ressemblants(nom text, autre text) returns boolean
    language sql immutable strict parallel safe
    return similarity(nom, autre) >= 0.5 or starts_with(nom, autre || ' ') or starts_with(autre, nom || ' ');
comment on function noms_ressemblants is 'Whether two folded names may be those of one buyer';

-- Plausibility is of a person and a month over all her contracts; rejected hours were not worked.
create view heures_personne_mois as
    select r.structure_id, c.beneficiaire_id, r.mois, sum(r.heures) as heures,
           bool_or(btrim(coalesce(r.justification, '')) <> '') as justifiee, min(r.contrat_id) as contrat_id
      from releve_heures r
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
     where r.statut <> 'REJETEE'
     group by r.structure_id, c.beneficiaire_id, r.mois;
comment on view heures_personne_mois is 'The hours of a person in a month over all contracts, and whether a reason was given for them';

-- Whom to ask what became of her: everybody with counted hours in a year, 3, 6 and 12 months after her last month of
-- work in it. A call is due from that month until the next one is (18 months after, for the last).
create function suivi_jalons(structure bigint, premiere_annee integer, derniere_annee integer)
    returns table (beneficiaire_id bigint, cohorte smallint, jalon smallint, dernier_mois date, a_partir_du date, jusqu_au date)
    language sql stable parallel safe
as $$
    select p.beneficiaire_id, p.cohorte, j.jalon::smallint, p.dernier_mois,
           (p.dernier_mois + make_interval(months => j.jalon))::date, (p.dernier_mois + make_interval(months => j.suivant))::date
      from (select h.beneficiaire_id, extract(year from h.mois)::smallint as cohorte, max(h.mois) as dernier_mois
              from heure_comptee h
             where h.structure_id = structure
               and h.mois between make_date(premiere_annee, 1, 1) and make_date(derniere_annee, 12, 31)
             group by h.beneficiaire_id, extract(year from h.mois)) p
     cross join (values (3, 6), (6, 12), (12, 18)) as j (jalon, suivant)
$$;
comment on function suivi_jalons is 'The follow-ups of the cohorts of some years: from which day each is due, and the day from which the next one takes its place';

-- Numbers in a sentence that SQL makes, as NombreAffiche shows them.
create function nombre_affiche(nombre numeric) returns text
    language sql immutable strict parallel safe
    return translate(case when nombre = trunc(nombre) then to_char(nombre, 'FM999,999,999,990')
                          else to_char(nombre, 'FM999,999,999,990.00') end, ',.', E'\u202F,');
comment on function nombre_affiche is 'A number in French: thousands apart by U+202F, a comma, two decimals where it has any';

-- Whoever answers second is told who was first, and when.
alter table situation_suivi
    add column saisie_le   timestamptz not null default now(),
    add column saisie_par  bigint default nullif(current_setting('suivi.utilisateur', true), '')::bigint;
comment on column situation_suivi.saisie_par is 'The account that entered or last changed the answer; null: an import';

create function situation_suivi_saisie() returns trigger language plpgsql as $$
begin
    new.saisie_le := now();
    new.saisie_par := nullif(current_setting('suivi.utilisateur', true), '')::bigint;
    return new;
end $$;
comment on function situation_suivi_saisie is 'Says who changed an answer, and when';
create trigger situation_suivi_saisie before update on situation_suivi for each row
    when (old.situation <> new.situation or old.date_reponse is distinct from new.date_reponse)
    execute function situation_suivi_saisie();
