/** What is owed on a lot: dated signed movements, added and never changed. */
@NullMarked
package fr.suiviclauses.marche.obligation;

import org.jspecify.annotations.NullMarked;
