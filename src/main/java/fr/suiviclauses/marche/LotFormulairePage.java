package fr.suiviclauses.marche;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.TypeClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a lot.
 *
 * @param nouveau it has the initial obligation too; afterwards movements change it
 */
record LotFormulairePage(
        String titre,
        String adresse,
        String retour,
        String reference,
        boolean nouveau,
        List<Liste.Option> familles,
        @Nullable Conflit conflit) {

    LotFormulairePage {
        familles = List.copyOf(familles);
    }

    /** Where the lot is deleted: refused with a sentence while anything depends on it. */
    public String suppression() {
        return adresse.replace("/modifier", "/suppression");
    }

    public List<TypeClause> clauses() {
        return List.of(TypeClause.values());
    }
}
