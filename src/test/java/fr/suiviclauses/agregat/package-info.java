@NullMarked
package fr.suiviclauses.agregat;

import org.jspecify.annotations.NullMarked;
