@NullMarked
package fr.suiviclauses.avancement;

import org.jspecify.annotations.NullMarked;
