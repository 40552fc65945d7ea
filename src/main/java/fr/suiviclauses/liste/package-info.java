/** Lists of records: search, filters, sort and page in the address, saved views, files. */
@NullMarked
package fr.suiviclauses.liste;

import org.jspecify.annotations.NullMarked;
