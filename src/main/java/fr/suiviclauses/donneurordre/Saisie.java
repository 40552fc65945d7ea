package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.Siret;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.util.Set;
import org.springframework.validation.BindingResult;

/**
 * A buyer as read from its form.
 *
 * @param distinct the likely twins were seen, and are someone else
 */
record Saisie(String nom, NatureDonneurOrdre nature, Set<Siret> sirets, boolean distinct) {

    private static final int LONGUEUR = 200;

    Saisie {
        sirets = Set.copyOf(sirets);
    }

    static Saisie read(DonneurOrdreForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        return new Saisie(
                champs.obligatoire("nom", form.nom(), LONGUEUR),
                champs.choixObligatoire("nature", form.nature(), NatureDonneurOrdre.class),
                champs.sirets("sirets", form.sirets()),
                form.distinct().equals("oui"));
    }
}
