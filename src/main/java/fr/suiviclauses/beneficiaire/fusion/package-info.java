/** Two records of one human being made one, and taken apart again. */
@NullMarked
package fr.suiviclauses.beneficiaire.fusion;

import org.jspecify.annotations.NullMarked;
