@NullMarked
package fr.suiviclauses.donneurordre;

import org.jspecify.annotations.NullMarked;
