/** The records behind each figure, under the same filters: their count, or the sum of their hours, is the figure. */
@NullMarked
package fr.suiviclauses.bilan.details;

import org.jspecify.annotations.NullMarked;
