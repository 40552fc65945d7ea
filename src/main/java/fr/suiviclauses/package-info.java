@NullMarked
package fr.suiviclauses;

import org.jspecify.annotations.NullMarked;
