/** Monthly hours: the grid in which facilitateurs type them, its rules, their validation. */
@NullMarked
package fr.suiviclauses.heures;

import org.jspecify.annotations.NullMarked;
