/** Entries, the eligibility windows that they open, and what makes those longer. */
@NullMarked
package fr.suiviclauses.beneficiaire.entree;

import org.jspecify.annotations.NullMarked;
