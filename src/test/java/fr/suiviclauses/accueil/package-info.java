@NullMarked
package fr.suiviclauses.accueil;

import org.jspecify.annotations.NullMarked;
