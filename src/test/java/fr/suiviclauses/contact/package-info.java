@NullMarked
package fr.suiviclauses.contact;

import org.jspecify.annotations.NullMarked;
