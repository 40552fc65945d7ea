/** The pages of the bilan: one controller and one record each, made of figures and of the sentences that read them. */
@NullMarked
package fr.suiviclauses.bilan.page;

import org.jspecify.annotations.NullMarked;
