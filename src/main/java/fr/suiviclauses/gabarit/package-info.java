/** What surrounds every page: who is signed in, where she can go, the demonstration's day, light or dark. */
@NullMarked
package fr.suiviclauses.gabarit;

import org.jspecify.annotations.NullMarked;
