/**
 * How the demonstration's history is made, in stages that each meet some printed figures and never move those of the
 * stages before: hours of buyers and cells, marchés, hours of lots, companies, contracts, people, employers, profiles,
 * outcomes, and at last what is stored without counting. Only {@link fr.suiviclauses.demo.histoire.Histoire} is seen
 * from outside.
 */
@NullMarked
package fr.suiviclauses.demo.histoire;

import org.jspecify.annotations.NullMarked;
