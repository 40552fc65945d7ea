package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a buyer, new or not.
 *
 * @param retour where giving up leads
 * @param jumeaux others that may be the same; empty where none were looked for
 */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        List<Jumeau> jumeaux,
        @Nullable Conflit conflit) {

    FormulairePage {
        jumeaux = List.copyOf(jumeaux);
    }

    static FormulairePage nouveau(List<Jumeau> jumeaux) {
        return new FormulairePage(
                "Nouveau donneur d’ordres", "/donneurs-ordres/nouveau", "/donneurs-ordres", jumeaux, null);
    }

    static FormulairePage existant(long id, String nom, @Nullable Conflit conflit) {
        String adresse = "/donneurs-ordres/" + id;
        return new FormulairePage(nom, adresse + "/modifier", adresse, List.of(), conflit);
    }

    public List<NatureDonneurOrdre> natures() {
        return List.of(NatureDonneurOrdre.values());
    }
}
