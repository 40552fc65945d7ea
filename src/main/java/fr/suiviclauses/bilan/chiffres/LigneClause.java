package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.TypeClause;

/** Hours on the lots that carry a clause; a lot with two clauses is in both lines. */
public record LigneClause(TypeClause clause, Heures heures, long marches, long beneficiaires) {}
