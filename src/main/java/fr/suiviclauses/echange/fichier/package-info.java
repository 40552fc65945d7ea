/**
 * Spreadsheets read row by row, never held whole: what a file really is, its encoding, its cells, and its limits. Knows
 * nothing of what the columns mean.
 */
@NullMarked
package fr.suiviclauses.echange.fichier;

import org.jspecify.annotations.NullMarked;
