/** Work contracts: person, employer, modality, dates, and the lots where their hours are expected. */
@NullMarked
package fr.suiviclauses.contrat;

import org.jspecify.annotations.NullMarked;
