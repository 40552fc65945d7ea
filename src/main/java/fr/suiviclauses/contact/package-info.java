/** Whom to call at a buyer or a company, from when to when. */
@NullMarked
package fr.suiviclauses.contact;

import org.jspecify.annotations.NullMarked;
