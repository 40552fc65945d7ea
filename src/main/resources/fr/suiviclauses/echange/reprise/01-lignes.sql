-- The staged lines, with each name folded once: a file repeats a few thousand names over its many lines, and folding
-- costs more than joining. {column} stands for that column's bit in the mask of cells that could not be read.

create temp table r_nom on commit drop as
select texte, texte_normalise(texte) as norme
  from (select donneur_ordre from reprise_ligne
        union select operation from reprise_ligne
        union select famille from reprise_ligne
        union select groupe_famille from reprise_ligne
        union select entreprise from reprise_ligne
        union select employeur from reprise_ligne
        union select nom from reprise_ligne
        union select prenom from reprise_ligne) as noms (texte)
 where texte is not null;

analyze r_nom;

create temp table r_ligne on commit drop as
select r.*,
       coalesce(r.lot, case when r.invalides & {lot} = 0 then '1' end) as numero_lot,
       donneur.norme as donneur_n, operation.norme as operation_n, famille.norme as famille_n, groupe.libelle as groupe,
       entreprise.norme as entreprise_n, employeur.norme as employeur_n, nom.norme as nom_n, prenom.norme as prenom_n
  from reprise_ligne r
  left join r_nom donneur on donneur.texte = r.donneur_ordre
  left join r_nom operation on operation.texte = r.operation
  left join r_nom famille on famille.texte = r.famille
  left join (select n.texte, g.libelle from r_nom n join groupe_famille g on texte_normalise(g.libelle) = n.norme) groupe
         on groupe.texte = r.groupe_famille
  left join r_nom entreprise on entreprise.texte = r.entreprise
  left join r_nom employeur on employeur.texte = r.employeur
  left join r_nom nom on nom.texte = r.nom
  left join r_nom prenom on prenom.texte = r.prenom;

drop table reprise_ligne;

create unique index on r_ligne (ligne);

analyze r_ligne;

insert into r_erreur
select ligne, 'groupe_famille', groupe_famille,
       'Groupe de familles inconnu : vouliez-vous dire « ' || (
           select g.libelle from groupe_famille g order by similarity(g.libelle, groupe_famille) desc, g.ordre limit 1) || ' » ?'
  from r_ligne where groupe_famille is not null and groupe is null;
