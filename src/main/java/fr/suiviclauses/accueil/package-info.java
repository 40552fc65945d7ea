/** Where each role begins its day. */
@NullMarked
package fr.suiviclauses.accueil;

import org.jspecify.annotations.NullMarked;
