/** People: their records, twins, sheets; {@code entree} their entries and windows, {@code fusion} two records made one. */
@NullMarked
package fr.suiviclauses.beneficiaire;

import org.jspecify.annotations.NullMarked;
