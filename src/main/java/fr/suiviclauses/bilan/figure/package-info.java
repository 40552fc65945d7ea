/**
 * Charts and tables as pages show them: geometry in per cent of the width and pixels of the height, computed here so
 * that templates only place it. Nothing here knows what a bilan is.
 */
@NullMarked
package fr.suiviclauses.bilan.figure;

import org.jspecify.annotations.NullMarked;
