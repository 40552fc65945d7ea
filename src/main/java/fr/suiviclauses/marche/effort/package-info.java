/** How many hours to ask for: the effort calculator. */
@NullMarked
package fr.suiviclauses.marche.effort;

import org.jspecify.annotations.NullMarked;
