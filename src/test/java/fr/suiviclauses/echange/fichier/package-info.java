@NullMarked
package fr.suiviclauses.echange.fichier;

import org.jspecify.annotations.NullMarked;
