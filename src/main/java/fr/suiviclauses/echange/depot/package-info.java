/** Files deposited for import: checked first, written when their author says so, their report kept. */
@NullMarked
package fr.suiviclauses.echange.depot;

import org.jspecify.annotations.NullMarked;
