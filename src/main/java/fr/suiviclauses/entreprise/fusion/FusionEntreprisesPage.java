package fr.suiviclauses.entreprise.fusion;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.liste.Liste;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merge of a company with another.
 *
 * @param autres the companies that it may be merged with, the likeliest first
 * @param avec the one chosen, by id; empty while none is
 * @param apercu what would move from the one chosen; null while none is
 */
record FusionEntreprisesPage(
        long id,
        String nom,
        List<Liste.Option> autres,
        String avec,
        String nomAvec,
        @Nullable Apercu apercu,
        String erreur) {

    FusionEntreprisesPage {
        autres = List.copyOf(autres);
    }

    public String adresse() {
        return "/entreprises/" + id;
    }

    /**
     * What moves from the one that disappears to the one that stays.
     *
     * @param contrats those that it is the employer or the holder of
     * @param heures counted, of the contracts that it is the employer of
     * @param obstacles why the merge is refused, if it is
     */
    record Apercu(long roles, long contrats, BigDecimal heures, long sirets, long contacts, List<String> obstacles) {

        Apercu {
            obstacles = List.copyOf(obstacles);
        }

        public boolean possible() {
            return obstacles.isEmpty();
        }

        public String heuresAffichees() {
            return NombreAffiche.of(heures, 2);
        }
    }
}
