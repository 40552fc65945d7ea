/** Opérations, grands projets, programmes: marchés of several buyers and years under one objective. */
@NullMarked
package fr.suiviclauses.marche.operation;

import org.jspecify.annotations.NullMarked;
