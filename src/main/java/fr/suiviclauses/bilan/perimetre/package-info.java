/** What a bilan is about: a structure, its years, and the filters of the address. */
@NullMarked
package fr.suiviclauses.bilan.perimetre;

import org.jspecify.annotations.NullMarked;
