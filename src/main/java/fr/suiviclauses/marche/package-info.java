/** Marchés and their lots: the list, the forms. What is done of one is in {@code suivi}, what is owed in {@code obligation}. */
@NullMarked
package fr.suiviclauses.marche;

import org.jspecify.annotations.NullMarked;
