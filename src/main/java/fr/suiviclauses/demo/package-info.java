/** The demonstration: ten calibrated years of an invented structure. Nothing uses this package. */
@NullMarked
package fr.suiviclauses.demo;

import org.jspecify.annotations.NullMarked;
