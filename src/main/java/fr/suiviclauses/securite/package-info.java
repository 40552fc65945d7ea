/** Who is signed in, what each role may open: the one place where access is decided. */
@NullMarked
package fr.suiviclauses.securite;

import org.jspecify.annotations.NullMarked;
