/** Value types and web plumbing: no business noun, and nothing of the other packages. */
@NullMarked
package fr.suiviclauses.commun;

import org.jspecify.annotations.NullMarked;
