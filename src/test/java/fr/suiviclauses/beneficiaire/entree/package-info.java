@NullMarked
package fr.suiviclauses.beneficiaire.entree;

import org.jspecify.annotations.NullMarked;
