/** Nomenclatures of the field: codes that files and addresses use, labels that people read. */
@NullMarked
package fr.suiviclauses.referentiel;

import org.jspecify.annotations.NullMarked;
