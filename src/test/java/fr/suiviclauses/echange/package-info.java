@NullMarked
package fr.suiviclauses.echange;

import org.jspecify.annotations.NullMarked;
