package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Sexe;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an entry's criteria seems at odds with the person: said, never refused, for the file may know better. */
final class Coherence {

    private static final int SENIOR = 50;
    private static final int JEUNE = 26;

    private Coherence() {}

    static List<String> check(
            Collection<Critere> criteres, @Nullable LocalDate naissance, String sexe, LocalDate debut) {
        List<String> remarques = new ArrayList<>();
        if (naissance != null) {
            int age = Period.between(naissance, debut).getYears();
            for (Critere critere : criteres) {
                boolean jeune = critere == Critere.JEUNE_SANS_QUALIFICATION || critere == Critere.JEUNE_SANS_EXPERIENCE;
                if ((jeune && age >= JEUNE) || (critere == Critere.SENIOR_50 && age < SENIOR))
                    remarques.add("«\u00a0" + critere.libelle() + "\u00a0» pour une personne de " + age
                            + " ans à l’entrée\u00a0: à vérifier.");
            }
        }
        if (criteres.contains(Critere.FEMME_REPRISE) && sexe.equals(Sexe.H.name()))
            remarques.add("«\u00a0" + Critere.FEMME_REPRISE.libelle() + "\u00a0» pour un homme\u00a0: à vérifier.");
        if (criteres.isEmpty()) remarques.add("Aucun critère\u00a0: il en faut au moins un.");
        return remarques;
    }
}
