package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Qpv;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an entry, new or not.
 *
 * @param adresse where it is sent
 * @param retour where giving up leads
 */
record EntreePage(
        String titre,
        Identite qui,
        String adresse,
        String retour,
        @Nullable Conflit conflit) {

    static EntreePage nouvelle(Identite qui, Detour detour) {
        return new EntreePage(
                "Nouvelle entrée",
                qui,
                detour.on("/beneficiaires/" + qui.id() + "/entrees/nouvelle"),
                detour.engage() ? detour.with(qui.id()) : "/beneficiaires/" + qui.id(),
                null);
    }

    static EntreePage existante(Identite qui, long id, @Nullable Conflit conflit) {
        return new EntreePage(
                "Modifier l’entrée",
                qui,
                "/beneficiaires/" + qui.id() + "/entrees/" + id + "/modifier",
                "/beneficiaires/" + qui.id(),
                conflit);
    }

    public List<Critere> criteres() {
        return List.of(Critere.values());
    }

    public List<Diplome> diplomes() {
        return List.of(Diplome.values());
    }

    public List<Qpv> qpvs() {
        return List.of(Qpv.values());
    }

    public List<GenerationQpv> generations() {
        return List.of(GenerationQpv.values());
    }

    public List<ModeQpv> modes() {
        return List.of(ModeQpv.values());
    }

    public List<Liste.Option> metropoles() {
        return List.of(new Liste.Option("OUI", "Dans la métropole"), new Liste.Option("NON", "Hors de la métropole"));
    }
}
