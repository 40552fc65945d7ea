/** The columns of the files that structures send, how each cell is read, and what is said when it can't be. */
@NullMarked
package fr.suiviclauses.echange.format;

import org.jspecify.annotations.NullMarked;
