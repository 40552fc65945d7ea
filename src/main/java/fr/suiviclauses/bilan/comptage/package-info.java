/** What counts: the common part of every query behind a figure or a list of a bilan. */
@NullMarked
package fr.suiviclauses.bilan.comptage;

import org.jspecify.annotations.NullMarked;
