@NullMarked
package fr.suiviclauses.heures;

import org.jspecify.annotations.NullMarked;
