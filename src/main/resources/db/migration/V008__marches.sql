-- What is said of a marché in several places, said once; and its history, found by its marché or lot.

-- The import warns of it, the pages show it, the controls list it: never refused.
create function avertissement_clause(clause text, nature text) returns text
    language sql immutable strict parallel safe
    return case when nature = 'PUBLIC' and clause = 'CLAUSE_PRIVEE'
                    then 'Clause d’un donneur d’ordres privé, pour un donneur d’ordres public.'
                when nature = 'PRIVE' and clause not in ('CLAUSE_PRIVEE', 'VOLONTAIRE')
                    then 'Clause du code de la commande publique, pour un donneur d’ordres privé.' end;
comment on function avertissement_clause is 'Why a lot''s clause is at odds with the nature of its buyer; null when it is not';

-- Works are usually building or public works, and the reverse.
create function avertissement_type(type text, groupe text) returns text
    language sql immutable strict parallel safe
    return case when (type = 'TRAVAUX') <> (groupe in ('Bâtiment', 'TP & réseaux'))
                    then 'Le type du marché ne va pas avec le groupe de la famille (' || groupe || ').' end;
comment on function avertissement_type is 'Why a marché''s type is at odds with the group of a lot''s family; null when it is not';

-- The history of a marché holds rows of its lots, taken away since: they are known by what they were.
create index journal_par_marche on journal (structure_id, table_nom, (avant ->> 'marche_id'))
    where table_nom in ('lot', 'reconduction', 'action_marche');
create index journal_par_lot on journal (structure_id, table_nom, (avant ->> 'lot_id'))
    where table_nom in ('lot_clause', 'participation', 'mouvement_obligation');
