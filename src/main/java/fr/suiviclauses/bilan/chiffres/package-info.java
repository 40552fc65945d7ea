/** The figures of a bilan: computed by the database from counted hours, as records for pages, API and exports. */
@NullMarked
package fr.suiviclauses.bilan.chiffres;

import org.jspecify.annotations.NullMarked;
