/** What became of people 3, 6 and 12 months after their work: whom to call, what they answered, how many answered. */
@NullMarked
package fr.suiviclauses.suivi;

import org.jspecify.annotations.NullMarked;
