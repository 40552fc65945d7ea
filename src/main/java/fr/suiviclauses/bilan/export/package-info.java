/** Each table of a bilan as a file: the page's address and filters, with a format. */
@NullMarked
package fr.suiviclauses.bilan.export;

import org.jspecify.annotations.NullMarked;
