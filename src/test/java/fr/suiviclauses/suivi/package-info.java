@NullMarked
package fr.suiviclauses.suivi;

import org.jspecify.annotations.NullMarked;
