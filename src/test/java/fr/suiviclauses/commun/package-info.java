@NullMarked
package fr.suiviclauses.commun;

import org.jspecify.annotations.NullMarked;
