/** Companies: holders of marchés, subcontractors, employers. */
@NullMarked
package fr.suiviclauses.entreprise;

import org.jspecify.annotations.NullMarked;
