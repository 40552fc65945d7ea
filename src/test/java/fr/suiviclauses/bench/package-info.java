/** The measures of {@code bench/run}. */
@NullMarked
package fr.suiviclauses.bench;

import org.jspecify.annotations.NullMarked;
