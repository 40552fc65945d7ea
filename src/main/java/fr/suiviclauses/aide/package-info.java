/** The user guide. */
@NullMarked
package fr.suiviclauses.aide;

import org.jspecify.annotations.NullMarked;
