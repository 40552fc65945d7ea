package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.referentiel.TypeEntreprise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a company, new or not. */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        Detour detour,
        List<Jumelle> jumelles,
        @Nullable Conflit conflit) {

    FormulairePage {
        jumelles = List.copyOf(jumelles);
    }

    static FormulairePage nouvelle(Detour detour, List<Jumelle> jumelles) {
        return new FormulairePage(
                "Nouvelle entreprise",
                detour.on("/entreprises/nouvelle"),
                detour.retour("/entreprises"),
                detour,
                jumelles,
                null);
    }

    static FormulairePage existante(long id, String nom, @Nullable Conflit conflit) {
        return new FormulairePage(
                nom, "/entreprises/" + id + "/modifier", "/entreprises/" + id, Detour.of("", ""), List.of(), conflit);
    }

    public List<TypeEntreprise> types() {
        return List.of(TypeEntreprise.values());
    }
}
