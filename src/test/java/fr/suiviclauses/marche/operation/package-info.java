@NullMarked
package fr.suiviclauses.marche.operation;

import org.jspecify.annotations.NullMarked;
