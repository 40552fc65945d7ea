/** The imports for other programs. */
@NullMarked
package fr.suiviclauses.echange.api;

import org.jspecify.annotations.NullMarked;
