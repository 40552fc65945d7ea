@NullMarked
package fr.suiviclauses.marche;

import org.jspecify.annotations.NullMarked;
