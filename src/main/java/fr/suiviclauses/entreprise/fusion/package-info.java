/** Two records of one company made one, and taken apart again. */
@NullMarked
package fr.suiviclauses.entreprise.fusion;

import org.jspecify.annotations.NullMarked;
