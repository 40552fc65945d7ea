/** What explains the files to import: the meaning of each column, templates to start from. */
@NullMarked
package fr.suiviclauses.echange.notice;

import org.jspecify.annotations.NullMarked;
