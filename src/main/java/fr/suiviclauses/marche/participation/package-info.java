/** The companies of a lot and their roles. */
@NullMarked
package fr.suiviclauses.marche.participation;

import org.jspecify.annotations.NullMarked;
