/** What a structure's administrateur sets once: purchase families, hours per ETP, length of the eligibility windows. */
@NullMarked
package fr.suiviclauses.nomenclature;

import org.jspecify.annotations.NullMarked;
