@NullMarked
package fr.suiviclauses.nomenclature;

import org.jspecify.annotations.NullMarked;
