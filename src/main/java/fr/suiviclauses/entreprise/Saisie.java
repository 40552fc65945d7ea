package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.Siren;
import fr.suiviclauses.commun.Siret;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.TypeEntreprise;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A company as read from its form.
 *
 * @param siren nine digits; null: unknown
 * @param distinct the likely twins were seen, and are others
 */
record Saisie(String nom, @Nullable String siren, TypeEntreprise type, Set<Siret> sirets, boolean distinct) {

    private static final int LONGUEUR = 200;

    Saisie {
        sirets = Set.copyOf(sirets);
    }

    /** A company without SIREN whose establishments are known gets theirs. */
    static Saisie read(EntrepriseForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        Siren siren = champs.siren("siren", form.siren());
        Set<Siret> sirets = champs.sirets("sirets", form.sirets());
        if (siren == null && !errors.hasFieldErrors("siren") && !sirets.isEmpty())
            siren = sirets.iterator().next().siren();
        for (Siret siret : sirets) {
            if (siren != null && !siret.siren().equals(siren))
                champs.refus(
                        "sirets",
                        siret.numero() + "\u00a0: ce SIRET n’est pas de l’entreprise " + siren.numero() + ".");
        }
        return new Saisie(
                champs.obligatoire("nom", form.nom(), LONGUEUR),
                siren == null ? null : siren.numero(),
                champs.choixObligatoire("type", form.type(), TypeEntreprise.class),
                sirets,
                form.distinct().equals("oui"));
    }
}
