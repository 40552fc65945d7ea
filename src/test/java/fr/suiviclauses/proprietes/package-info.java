/**
 * The figures of the bilan against a plain computation over the rows of the file, written from the definitions alone:
 * nothing here looks at how the program counts.
 */
@NullMarked
package fr.suiviclauses.proprietes;

import org.jspecify.annotations.NullMarked;
