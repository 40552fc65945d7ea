/** Buyers: their accounts, establishments, charters, merges. */
@NullMarked
package fr.suiviclauses.donneurordre;

import org.jspecify.annotations.NullMarked;
