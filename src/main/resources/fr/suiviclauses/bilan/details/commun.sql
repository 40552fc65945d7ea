-- Follows comptage.sql: the counted hours that a figure is made of, and people as the reader may know them.
--
-- The precisions beside the filters are null where they select all. :nominatif says whether the reader may read names.

, choisie as materialized (
    select d.*, c.modalite
      from detail d
      join contrat_insertion c on c.structure_id = :structure and c.id = d.contrat_id
     where (cast(:famille as text) is null or d.famille = :famille)
       and (cast(:modalite as text) is null or c.modalite = :modalite)
       and (cast(:reserves as text) is null or d.reserve)
       and (cast(:contrat as text) is null or d.contrat_id = cast(:contrat as bigint))
       and (cast(:personne as text) is null or d.beneficiaire_id = cast(:personne as bigint))
       and (cast(:marche as text) is null or d.marche_id = cast(:marche as bigint))
       and (cast(:charte as text) is null or d.donneur_ordre_id in (
            select donneur_ordre_id from signataire where charte = :charte and :annee between premiere_annee and derniere_annee))
       and (cast(:dixPremiers as text) is null or d.donneur_ordre_id in (select donneur_ordre_id from donneur where rang <= 10))
),
identite as (
    select b.id as beneficiaire_id,
           case when b.anonymise_le is not null then 'Personne anonymisée'
                when :nominatif then concat_ws(' ', b.nom, b.prenom)
                else coalesce(b.reference, 'Sans référence') end as personne
      from beneficiaire b
     where b.structure_id = :structure
)
