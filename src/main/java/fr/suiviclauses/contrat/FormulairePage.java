package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a contract, new or not.
 *
 * @param lots the lots chosen so far
 */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        boolean nouveau,
        List<Liste.Option> lots,
        @Nullable Conflit conflit) {

    FormulairePage {
        lots = List.copyOf(lots);
    }

    public List<Modalite> modalites() {
        return List.of(Modalite.values());
    }

    public List<TypeContrat> types() {
        return List.of(TypeContrat.values());
    }
}
