-- The write: for each thing, what changes is updated and what is new is inserted. Triggers keep the journal.

update donneur_ordre d set nom = f.nom, nature = coalesce(f.nature, d.nature)
  from r_donneur f
 where d.structure_id = :structure and d.id = f.id and not f.nouveau
   and (d.nom <> f.nom or d.nature <> f.nature);

insert into donneur_ordre (id, structure_id, nom, nature)
select id, :structure, nom, nature from r_donneur where nouveau;

delete from signature_charte s using r_donneur f
 where s.structure_id = :structure and s.donneur_ordre_id = f.id and s.charte = 'SBA' and f.charte = 'NON';

update signature_charte s set debut = coalesce(f.charte_debut, s.debut), fin = coalesce(f.charte_fin, s.fin)
  from r_donneur f
 where s.structure_id = :structure and s.id = f.charte_id and f.charte = 'OUI'
   and (f.charte_debut is distinct from s.debut and f.charte_debut is not null
        or f.charte_fin is distinct from s.fin and f.charte_fin is not null);

insert into signature_charte (structure_id, donneur_ordre_id, charte, debut, fin)
select :structure, id, 'SBA', charte_debut, charte_fin from r_donneur where charte = 'OUI' and charte_id is null;

update operation o set nom = f.nom, type = coalesce(f.type, o.type), objectif = coalesce(f.objectif, o.objectif)
  from r_operation f
 where o.structure_id = :structure and o.id = f.id and not f.nouveau
   and (o.nom <> f.nom or o.type <> f.type or f.objectif is distinct from o.objectif and f.objectif is not null);

insert into operation (id, structure_id, nom, type, objectif)
select id, :structure, nom, coalesce(type, 'OPERATION'), objectif from r_operation where nouveau;

update famille_achat a set nom = f.nom
  from r_famille f
 where a.structure_id = :structure and a.id = f.id and not f.nouveau and a.nom <> f.nom;

insert into famille_achat (id, structure_id, nom, groupe)
select id, :structure, nom, groupe from r_famille where nouveau;

update marche m set objet = coalesce(f.objet, m.objet), type = coalesce(f.type, m.type),
       date_notification = coalesce(f.notification, m.date_notification), date_fin = coalesce(f.fin, m.date_fin),
       operation_id = coalesce(f.operation_id, m.operation_id)
  from r_marche f
 where m.structure_id = :structure and m.id = f.id and not f.nouveau
   and (f.objet is not null and f.objet is distinct from m.objet or m.type <> f.type
        or f.notification is distinct from m.date_notification or f.fin is distinct from m.date_fin
        or f.operation_id is not null and f.operation_id is distinct from m.operation_id);

insert into marche (id, structure_id, donneur_ordre_id, operation_id, reference, objet, type, date_notification, date_fin)
select id, :structure, donneur_id, operation_id, reference, objet, type, notification, fin from r_marche where nouveau;

update lot l set objet = coalesce(f.objet, l.objet), famille_id = coalesce(f.famille_id, l.famille_id)
  from r_lot f
 where l.structure_id = :structure and l.id = f.id and not f.nouveau
   and (f.objet is not null and f.objet is distinct from l.objet or l.famille_id <> f.famille_id);

insert into lot (id, structure_id, marche_id, numero, objet, famille_id)
select id, :structure, marche_id, numero, objet, famille_id from r_lot where nouveau;

delete from lot_clause c using r_lot f
 where c.structure_id = :structure and c.lot_id = f.id and f.clauses <> f.clauses_avant
   and c.type <> all (string_to_array(f.clauses, '|'));

insert into lot_clause (structure_id, lot_id, type)
select :structure, f.id, clause from r_lot f cross join lateral unnest(string_to_array(f.clauses, '|')) as clause
 where f.clauses is distinct from f.clauses_avant
    on conflict do nothing;

-- Effective on the notification, so it moves with it.
update mouvement_obligation o set heures = coalesce(f.obligation, o.heures), date_effet = coalesce(f.notification, o.date_effet)
  from r_lot f
 where o.structure_id = :structure and o.id = f.obligation_id
   and (f.obligation <> o.heures or f.notification <> o.date_effet);

insert into mouvement_obligation (structure_id, lot_id, nature, date_effet, heures, cree_par)
select :structure, id, 'INITIAL', notification, obligation, :utilisateur from r_lot where obligation is not null and obligation_id is null;

update entreprise e set nom = f.nom, siren = coalesce(f.siren, e.siren), type = f.type_final
  from r_entreprise f
 where e.structure_id = :structure and e.id = f.id and not f.nouveau
   and (e.nom <> f.nom or f.siren is not null and f.siren is distinct from e.siren or e.type <> f.type_final);

insert into entreprise (id, structure_id, siren, nom, type)
select id, :structure, siren, nom, type_final from r_entreprise where nouveau;

update participation p set role = f.role
  from r_participation f
 where p.structure_id = :structure and p.lot_id = f.lot_id and p.entreprise_id = f.entreprise_id and p.role = f.role_avant;

insert into participation (structure_id, lot_id, entreprise_id, role)
select :structure, lot_id, entreprise_id, role from r_participation where role_avant is null;

update beneficiaire b set reference = coalesce(f.reference, b.reference), nom = f.nom, prenom = f.prenom,
       naissance = f.naissance_finale, sexe = coalesce(f.sexe, b.sexe)
  from r_personne f
 where b.structure_id = :structure and b.id = f.id and not f.nouveau
   and (f.reference is not null and f.reference is distinct from b.reference or b.nom <> f.nom or b.prenom <> f.prenom
        or b.naissance <> f.naissance_finale or b.sexe <> f.sexe);

insert into beneficiaire (id, structure_id, reference, nom, prenom, naissance, sexe)
select id, :structure, reference, nom, prenom, naissance, coalesce(sexe, 'NON_RENSEIGNE') from r_personne where nouveau;

-- Stored windows are cut before the new ones come: they may not overlap at any moment.
update entree e set fin = f.fin
  from r_fenetre f
 where e.structure_id = :structure and e.id = f.entree_id and f.fin_avant is not null and f.fin < f.fin_avant;

update entree e set commune_insee = coalesce(f.commune, e.commune_insee), metropole = coalesce(f.metropole = 'OUI', e.metropole),
       qpv = coalesce(f.qpv, e.qpv), diplome = coalesce(f.diplome, e.diplome), prescripteur = coalesce(f.prescripteur, e.prescripteur)
  from r_entree f
 where e.structure_id = :structure and e.id = f.id and not f.nouveau
   and (f.commune is not null and f.commune is distinct from e.commune_insee
        or f.metropole is not null and (f.metropole = 'OUI') is distinct from e.metropole
        or e.qpv <> f.qpv or f.diplome is not null and f.diplome is distinct from e.diplome
        or f.prescripteur is not null and f.prescripteur is distinct from e.prescripteur);

insert into entree (id, structure_id, beneficiaire_id, debut, fin, commune_insee, metropole, qpv, diplome, prescripteur)
select n.id, :structure, n.personne_id, n.debut, f.fin, n.commune, n.metropole = 'OUI', coalesce(n.qpv, 'INCONNU'), n.diplome, n.prescripteur
  from r_entree n join r_fenetre f on f.entree_id = n.id
 where n.nouveau;

delete from entree_critere c using r_entree f
 where c.structure_id = :structure and c.entree_id = f.id and f.criteres <> f.criteres_avant
   and c.critere <> all (string_to_array(f.criteres, '|'));

insert into entree_critere (structure_id, entree_id, critere)
select :structure, f.id, critere from r_entree f cross join lateral unnest(string_to_array(f.criteres, '|')) as critere
 where f.criteres is distinct from f.criteres_avant
    on conflict do nothing;

update contrat_insertion c set reference = coalesce(f.reference, c.reference), employeur_id = coalesce(f.employeur_id, c.employeur_id),
       modalite = coalesce(f.modalite, c.modalite), type = coalesce(f.type, c.type),
       debut = coalesce(f.debut, c.debut), fin = coalesce(f.fin, c.fin)
  from r_contrat f
 where c.structure_id = :structure and c.id = f.id and not f.nouveau
   and (f.reference is not null and f.reference is distinct from c.reference or c.employeur_id <> f.employeur_id
        or c.modalite <> f.modalite or f.type is not null and f.type is distinct from c.type
        or c.debut <> f.debut or f.fin is not null and f.fin is distinct from c.fin);

insert into contrat_insertion (id, structure_id, reference, beneficiaire_id, employeur_id, modalite, type, debut, fin)
select id, :structure, reference, personne_id, employeur_final, modalite, type, debut, fin from r_contrat where nouveau;
