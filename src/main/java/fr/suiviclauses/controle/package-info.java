/** What is worth a second look in what is stored: each control with its records and the way to mend them. */
@NullMarked
package fr.suiviclauses.controle;

import org.jspecify.annotations.NullMarked;
