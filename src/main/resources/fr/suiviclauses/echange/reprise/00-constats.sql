-- What the steps of an import find wrong, or worth a warning, or about to change.

create temp table r_erreur (ligne integer, colonne text, valeur text, message text) on commit drop;

create temp table r_avertissement (ligne integer, colonne text, valeur text, message text) on commit drop;

create temp table r_changement (ligne integer, colonne text, objet text, avant text, apres text, lignes integer) on commit drop;

create temp table r_modifiee (ligne integer) on commit drop;
