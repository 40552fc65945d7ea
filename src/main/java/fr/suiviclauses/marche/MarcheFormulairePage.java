package fr.suiviclauses.marche;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a marché.
 *
 * @param nouveau it has the fields of its first lot too
 * @param familles for the first lot; empty otherwise
 */
record MarcheFormulairePage(
        String titre,
        String adresse,
        String retour,
        boolean nouveau,
        List<Liste.Option> donneurs,
        List<Liste.Option> operations,
        List<Liste.Option> facilitateurs,
        List<Liste.Option> familles,
        @Nullable Conflit conflit) {

    MarcheFormulairePage {
        donneurs = List.copyOf(donneurs);
        operations = List.copyOf(operations);
        facilitateurs = List.copyOf(facilitateurs);
        familles = List.copyOf(familles);
    }

    public List<TypeMarche> types() {
        return List.of(TypeMarche.values());
    }

    public List<FormeMarche> formes() {
        return List.of(FormeMarche.values());
    }

    public List<TypeClause> clauses() {
        return List.of(TypeClause.values());
    }

    /** The list of marchés. */
    record ListePage(Liste liste) {}
}
