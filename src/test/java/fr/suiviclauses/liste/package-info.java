@NullMarked
package fr.suiviclauses.liste;

import org.jspecify.annotations.NullMarked;
