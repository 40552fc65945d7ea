/** Figures declared for perimeters of several structures: shown beside the structure's own, never added to them. */
@NullMarked
package fr.suiviclauses.agregat;

import org.jspecify.annotations.NullMarked;
