@NullMarked
package fr.suiviclauses.marche.suivi;

import org.jspecify.annotations.NullMarked;
