-- Buyers with a followed marché, with or without hours.
select d.nom as "Donneur d’ordres", d.nature as "Nature", d.marches as "Marchés suivis", d.beneficiaires as "Personnes",
       d.heures as "Heures", d.heures as _heures, d.nom as _cible, d.rang as _rang
  from donneur d
 where (cast(:avecHeures as text) is null or d.heures > 0)
   and (cast(:dixPremiers as text) is null or (d.rang <= 10 and d.heures > 0))
   and (cast(:charte as text) is null or d.donneur_ordre_id in (
        select donneur_ordre_id from signataire where charte = :charte and :annee between premiere_annee and derniere_annee))
