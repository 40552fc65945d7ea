package fr.suiviclauses.marche.effort;

import fr.suiviclauses.marche.lot.LotConcerne;

/**
 * What a lot's tender documents say of its clause.
 *
 * @param clause the sentence to paste; empty where the lot owes nothing yet
 */
record ClausePage(LotConcerne lot, String clause) {}
