/** Structures, accounts and API tokens; the first ones of an installation. */
@NullMarked
package fr.suiviclauses.compte;

import org.jspecify.annotations.NullMarked;
