package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.liste.Liste;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merge of a buyer with another.
 *
 * @param autres the buyers that it may be merged with, the likeliest first
 * @param avec the one chosen, by id; empty while none is
 * @param apercu what would move from the one chosen; null while none is
 */
record FusionPage(
        long id,
        String nom,
        List<Liste.Option> autres,
        String avec,
        String nomAvec,
        @Nullable Apercu apercu,
        String erreur) {

    FusionPage {
        autres = List.copyOf(autres);
    }

    public String adresse() {
        return "/donneurs-ordres/" + id;
    }

    /**
     * What moves from the one that disappears to the one that stays.
     *
     * @param chartesCommunes charters of both whose dates overlap: the merge is refused while there are any
     * @param references references that both have: the same
     */
    record Apercu(
            long marches,
            BigDecimal heures,
            long sirets,
            long contacts,
            long chartes,
            long chartesCommunes,
            List<String> references) {

        Apercu {
            references = List.copyOf(references);
        }

        public boolean possible() {
            return chartesCommunes == 0 && references.isEmpty();
        }

        public String heuresAffichees() {
            return NombreAffiche.of(heures, 2);
        }

        public String referencesAffichees() {
            return String.join(", ", references);
        }
    }
}
