@NullMarked
package fr.suiviclauses.beneficiaire;

import org.jspecify.annotations.NullMarked;
