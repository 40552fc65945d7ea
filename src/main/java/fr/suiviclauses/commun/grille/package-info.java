/** Tables of typed values, for lists on the screen and for files. */
@NullMarked
package fr.suiviclauses.commun.grille;

import org.jspecify.annotations.NullMarked;
