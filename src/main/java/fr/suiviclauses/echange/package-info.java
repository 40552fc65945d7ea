/** What comes in and goes out as files: the reprise of a whole history, the follow-up file, their reports. */
@NullMarked
package fr.suiviclauses.echange;

import org.jspecify.annotations.NullMarked;
