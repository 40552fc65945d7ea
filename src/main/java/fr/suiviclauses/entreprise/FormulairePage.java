package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.PourLot;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.referentiel.TypeEntreprise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a company, new or not. */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        List<Jumelle> jumelles,
        @Nullable Conflit conflit) {

    FormulairePage {
        jumelles = List.copyOf(jumelles);
    }

    static FormulairePage nouvelle(PourLot pour, List<Jumelle> jumelles) {
        return new FormulairePage(
                "Nouvelle entreprise",
                pour.on("/entreprises/nouvelle"),
                pour.id() == null ? "/entreprises" : "/lots/" + pour.id() + "/participations/nouvelle",
                jumelles,
                null);
    }

    static FormulairePage existante(long id, String nom, @Nullable Conflit conflit) {
        return new FormulairePage(nom, "/entreprises/" + id + "/modifier", "/entreprises/" + id, List.of(), conflit);
    }

    public List<TypeEntreprise> types() {
        return List.of(TypeEntreprise.values());
    }
}
