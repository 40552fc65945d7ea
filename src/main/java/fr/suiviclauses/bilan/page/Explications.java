package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Definition;
import fr.suiviclauses.bilan.figure.Explication;

/** The words behind each "?": the same as the API's and the exports', but for a share that only a page shows. */
final class Explications {

    static final Explication PART_PRIVEE = new Explication(
            "Part des donneurs d’ordres privés",
            Mots.typographie(
                    "Heures des donneurs d’ordres privés, sur les heures de la période. Arrondie une fois, à l’entier le plus proche."));

    private Explications() {}

    static Explication of(Definition definition) {
        return new Explication(definition.libelle(), Mots.typographie(definition.definition()));
    }
}
