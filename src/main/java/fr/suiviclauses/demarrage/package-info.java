/** How the program starts: its settings, its own PostgreSQL when no other is named, and what it says when it cannot start. */
@NullMarked
package fr.suiviclauses.demarrage;

import org.jspecify.annotations.NullMarked;
