package fr.suiviclauses.contrat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a contract has already, and keeps when it is changed: a company deactivated since still ends its contracts. */
record Tenus(Set<Long> personnes, Set<Long> entreprises, Set<Long> lots) {

    Tenus {
        personnes = Set.copyOf(personnes);
        entreprises = Set.copyOf(entreprises);
        lots = Set.copyOf(lots);
    }

    /** A new contract has nothing. */
    static Tenus rien() {
        return new Tenus(Set.of(), Set.of(), Set.of());
    }

    static Tenus of(ContratLecture.Identite contrat, List<ContratPage.Lot> lots) {
        Set<Long> entreprises = new HashSet<>(Set.of(contrat.employeurId()));
        if (contrat.titulaireId() != null) entreprises.add(contrat.titulaireId());
        return new Tenus(
                Set.of(contrat.beneficiaireId()),
                entreprises,
                lots.stream().map(ContratPage.Lot::id).collect(Collectors.toSet()));
    }

    Set<Long> of(Choix choix) {
        return switch (choix) {
            case PERSONNES -> personnes;
            case ENTREPRISES -> entreprises;
            case LOTS -> lots;
        };
    }
}
