package fr.suiviclauses.marche.lot;

import fr.suiviclauses.referentiel.TypeClause;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lot as read from a form. */
public record LotSaisie(
        String numero,
        @Nullable String objet,
        long famille,
        Set<TypeClause> clauses,
        @Nullable BigDecimal eurosParHeure) {

    public LotSaisie {
        clauses = Set.copyOf(clauses);
    }
}
