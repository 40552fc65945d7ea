package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.Siret;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.validation.BindingResult;

/**
 * A buyer as read from its form.
 *
 * @param distinct the likely twins were seen, and are someone else
 */
record Saisie(String nom, NatureDonneurOrdre nature, Set<Siret> sirets, boolean distinct) {

    private static final int LONGUEUR = 200;
    private static final int ETABLISSEMENTS = 200;

    Saisie {
        sirets = Set.copyOf(sirets);
    }

    static Saisie read(DonneurOrdreForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        return new Saisie(
                champs.obligatoire("nom", form.nom(), LONGUEUR),
                champs.choixObligatoire("nature", form.nature(), NatureDonneurOrdre.class),
                sirets(form.sirets(), champs),
                form.distinct().equals("oui"));
    }

    /** Each line's refusal says which line it is about, for the field holds them all. */
    private static Set<Siret> sirets(String saisie, Champs champs) {
        Set<Siret> lus = new LinkedHashSet<>();
        List<String> lignes = saisie.lines().filter(ligne -> !ligne.isBlank()).toList();
        if (lignes.size() > ETABLISSEMENTS) {
            champs.refus("sirets", ETABLISSEMENTS + " établissements au plus.");
            return lus;
        }
        List<String> refus = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            try {
                lus.add(Siret.parse(lignes.get(i)));
            } catch (SaisieRefuseeException refuse) {
                refus.add(lignes.size() == 1 ? refuse.phrase() : "Ligne " + (i + 1) + "\u00a0: " + refuse.phrase());
            }
        }
        refus.forEach(phrase -> champs.refus("sirets", phrase));
        return lus;
    }
}
