@NullMarked
package fr.suiviclauses.contrat;

import org.jspecify.annotations.NullMarked;
