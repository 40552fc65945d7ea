package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import java.util.List;
import java.util.Optional;

/**
 * The years up to the bilan's, without a gap, oldest first: from the first with counted hours under the filters, and at
 * least the year before.
 *
 * @param groupes hours by group of purchase families, of each year that has some
 */
public record Trajectoire(List<AnneeBilan> annees, List<GroupeAnnee> groupes) {

    /** Not asked for. */
    public static final Trajectoire AUCUNE = new Trajectoire(List.of(), List.of());

    public Trajectoire {
        annees = List.copyOf(annees);
        groupes = List.copyOf(groupes);
    }

    public List<AnneeBilan> dernieres(int nombre) {
        return annees.subList(Math.max(0, annees.size() - nombre), annees.size());
    }

    public Optional<AnneeBilan> annee(int annee) {
        return annees.stream().filter(a -> a.annee() == annee).findFirst();
    }

    /** Zero where the group has no hours in that year. */
    public Heures heures(String groupe, int annee) {
        return groupes.stream()
                .filter(g -> g.annee() == annee && g.groupe().equals(groupe))
                .map(GroupeAnnee::heures)
                .findFirst()
                .orElse(Heures.ZERO);
    }
}
