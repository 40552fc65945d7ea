package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.Sexe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a person, new or not.
 *
 * @param retour where giving up leads
 * @param jumeaux others who may be the same; empty where none were found
 */
record FormulairePage(
        String titre,
        String adresse,
        String retour,
        Detour detour,
        List<Jumeau> jumeaux,
        @Nullable Conflit conflit) {

    /** In the singular, for one person. */
    static final List<Liste.Option> SEXES = List.of(
            new Liste.Option(Sexe.NON_RENSEIGNE.code(), Sexe.NON_RENSEIGNE.libelle()),
            new Liste.Option(Sexe.F.code(), "Femme"),
            new Liste.Option(Sexe.H.code(), "Homme"));

    FormulairePage {
        jumeaux = List.copyOf(jumeaux);
    }

    static FormulairePage nouveau(Detour detour, List<Jumeau> jumeaux) {
        return new FormulairePage(
                "Nouveau bénéficiaire",
                detour.on("/beneficiaires/nouveau"),
                detour.retour("/beneficiaires"),
                detour,
                jumeaux,
                null);
    }

    static FormulairePage existant(Identite identite, List<Jumeau> jumeaux, @Nullable Conflit conflit) {
        String adresse = "/beneficiaires/" + identite.id();
        return new FormulairePage(
                identite.nomComplet(), adresse + "/modifier", adresse, Detour.contrat(""), jumeaux, conflit);
    }

    /** One of them is the same by name and birth: only a reason makes another person of her. */
    public boolean exact() {
        return jumeaux.stream().anyMatch(Jumeau::exact);
    }

    public List<Liste.Option> sexes() {
        return SEXES;
    }
}
