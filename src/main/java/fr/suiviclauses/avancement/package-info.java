/** How lots stand: what is owed, done, left, at what pace, and what is to be done next. Records of several features show it. */
@NullMarked
package fr.suiviclauses.avancement;

import org.jspecify.annotations.NullMarked;
