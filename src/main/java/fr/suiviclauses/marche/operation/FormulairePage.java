package fr.suiviclauses.marche.operation;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.TypeOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of an operation, new or not. */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        @Nullable Conflit conflit) {

    static FormulairePage nouvelle() {
        return new FormulairePage("Nouvelle opération", "/operations/nouvelle", "/operations", null);
    }

    static FormulairePage existante(long id, String nom, @Nullable Conflit conflit) {
        return new FormulairePage(nom, "/operations/" + id + "/modifier", "/operations/" + id, conflit);
    }

    public List<TypeOperation> types() {
        return List.of(TypeOperation.values());
    }

    /** The list of operations. */
    record ListePage(Liste liste) {}
}
