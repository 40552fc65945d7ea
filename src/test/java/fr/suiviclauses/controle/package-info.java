@NullMarked
package fr.suiviclauses.controle;

import org.jspecify.annotations.NullMarked;
