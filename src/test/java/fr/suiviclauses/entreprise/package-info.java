@NullMarked
package fr.suiviclauses.entreprise;

import org.jspecify.annotations.NullMarked;
