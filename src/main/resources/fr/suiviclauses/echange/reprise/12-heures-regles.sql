-- What hours must keep to, whatever file they come from: reads r_heure, and the contracts and people that it speaks of.

insert into r_erreur
select ligne, 'mois', to_char(mois, 'YYYY-MM'),
       'Les lignes ' || premiere_ligne || ' et ' || ligne || ' donnent deux fois les heures du même contrat, du même lot et du même mois.'
  from r_heure where ligne <> premiere_ligne;

-- Months of work are those of the contract.
insert into r_erreur
select h.ligne, 'mois', to_char(h.mois, 'YYYY-MM'),
       case when h.mois < premier_du_mois(coalesce(c.debut, c.debut_avant))
            then 'Ce mois est avant le début du contrat (' || to_char(coalesce(c.debut, c.debut_avant), 'DD/MM/YYYY') || ').'
            else 'Ce mois est après la fin du contrat (' || to_char(coalesce(c.fin, c.fin_avant), 'DD/MM/YYYY') || ').' end
  from r_heure h join r_contrat c on c.id = h.contrat_id
 where h.mois < premier_du_mois(coalesce(c.debut, c.debut_avant)) or h.mois > coalesce(c.fin, c.fin_avant);

-- The hours of a person in a month over all her contracts, those of this file and those already stored; rejected ones
-- were not worked.
create temp table r_mois on commit drop as
with fichier as (
    select personne_id, mois, ligne,
           sum(coalesce(heures, heures_avant)) over (partition by personne_id, mois order by ligne) as cumul,
           sum(coalesce(heures, heures_avant)) over (partition by personne_id, mois) as total
      from r_heure
     where coalesce(statut, statut_avant, 'VALIDEE') <> 'REJETEE' and coalesce(heures, heures_avant) is not null and ligne = premiere_ligne),
enregistre as (
    select c.beneficiaire_id as personne_id, r.mois, sum(r.heures) as heures
      from releve_heures r
      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
     where r.structure_id = :structure and c.beneficiaire_id in (select id from r_personne)
       and r.statut <> 'REJETEE' and not exists (select from r_heure h where h.id = r.id)
     group by c.beneficiaire_id, r.mois)
select f.personne_id, f.mois, max(f.total) + coalesce(max(e.heures), 0) as heures, coalesce(max(e.heures), 0) as heures_enregistrees,
       min(f.ligne) as premiere_ligne,
       min(f.ligne) filter (where f.cumul + coalesce(e.heures, 0) > 744) as ligne_au_dela_744,
       min(f.ligne) filter (where f.cumul + coalesce(e.heures, 0) > 212.6) as ligne_au_dela_212,
       min(f.ligne) filter (where f.cumul + coalesce(e.heures, 0) > 151.67) as ligne_au_dela_151
  from fichier f left join enregistre e using (personne_id, mois)
 group by f.personne_id, f.mois;

insert into r_erreur
select m.ligne_au_dela_744, 'heures', r.heures::text,
       'Cette personne aurait ' || replace(m.heures::text, '.', ',') || ' h en ' || to_char(m.mois, 'MM/YYYY')
           || case when m.premiere_ligne < m.ligne_au_dela_744 then ' (depuis la ligne ' || m.premiere_ligne || ')' else '' end
           || case when m.heures_enregistrees > 0 then ', dont ' || replace(m.heures_enregistrees::text, '.', ',') || ' h déjà enregistrées' else '' end
           || ' : un mois n’en a que 744.'
  from r_mois m join r_ligne r on r.ligne = m.ligne_au_dela_744;

-- The figures of a closed year no longer move by an import.
insert into r_erreur
select h.ligne, 'mois', to_char(h.mois, 'YYYY-MM'),
       'L’année ' || extract(year from h.mois) || ' est arrêtée : ses heures ne changent plus par un import.'
  from r_heure h
 where (h.nouveau or h.heures <> h.heures_avant or h.statut <> h.statut_avant or h.justification is distinct from h.justification_avant and h.justification is not null
        or h.motif is distinct from h.motif_avant and h.motif is not null)
   and exists (select from arrete_annuel a where a.structure_id = :structure and a.annee = extract(year from h.mois));
