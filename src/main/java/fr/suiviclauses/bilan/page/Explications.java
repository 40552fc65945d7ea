package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Definition;
import fr.suiviclauses.bilan.figure.Explication;

/** The words behind each "?": the same as the API's and the exports'. */
final class Explications {

    private Explications() {}

    static Explication of(Definition definition) {
        return new Explication(definition.libelle(), Mots.typographie(definition.definition()));
    }
}
