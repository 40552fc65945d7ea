/**
 * The import itself: lines copied into temporary tables, compared there as a whole with what is stored, then written.
 * The statements are resources of this package, in the order of their numbers.
 */
@NullMarked
package fr.suiviclauses.echange.reprise;

import org.jspecify.annotations.NullMarked;
