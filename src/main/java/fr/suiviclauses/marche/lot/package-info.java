/** Lots: what carries the obligation and the hours. */
@NullMarked
package fr.suiviclauses.marche.lot;

import org.jspecify.annotations.NullMarked;
