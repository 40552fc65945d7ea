/** The page per marché: what is owed, done, left, by whom, and what comes next. */
@NullMarked
package fr.suiviclauses.marche.suivi;

import org.jspecify.annotations.NullMarked;
