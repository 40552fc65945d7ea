/** What people type in forms: read, refused with a sentence, in conflict with what someone else typed. */
@NullMarked
package fr.suiviclauses.commun.saisie;

import org.jspecify.annotations.NullMarked;
