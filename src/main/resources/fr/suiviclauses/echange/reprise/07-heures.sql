-- Hours: known by contract, lot and month.

create temp table r_heure on commit drop as
select r.ligne, k.contrat_id, k.lot_id, k.marche_id, k.personne_id, r.mois, r.heures, r.statut,
       h.id, h.heures as heures_avant, h.statut as statut_avant, h.id is null as nouveau,
       first_value(r.ligne) over (partition by k.contrat_id, k.lot_id, r.mois order by r.ligne) as premiere_ligne
  from r_ligne r
  join r_lien k using (ligne)
  left join releve_heures h on h.structure_id = :structure and h.contrat_id = k.contrat_id and h.lot_id = k.lot_id and h.mois = r.mois
 where r.personne and k.contrat_id is not null and k.lot_id is not null and r.mois is not null;

analyze r_heure;

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

-- The hours of a person in a month over all her contracts, those of this file and those already stored; rejected ones
-- were not worked.
create temp table r_mois on commit drop as
with fichier as (
    select personne_id, mois, ligne, heures,
           sum(heures) over (partition by personne_id, mois order by ligne) as cumul,
           sum(heures) over (partition by personne_id, mois) as total
      from r_heure
     where coalesce(statut, statut_avant, 'VALIDEE') <> 'REJETEE' and heures is not null and ligne = premiere_ligne),
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
       min(f.ligne) filter (where f.cumul + coalesce(e.heures, 0) > 212.6) as ligne_au_dela_212
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
 where (h.nouveau or h.heures <> h.heures_avant or h.statut <> h.statut_avant)
   and exists (select from arrete_annuel a where a.structure_id = :structure and a.annee = extract(year from h.mois));
