package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counted hours: some of a history's, and what can be asked of any such selection. */
record Comptees(List<Comptees.Une> heures) {

    /** One counted hour row, and the entry that it belongs to. */
    record Une(Faits.Heure heure, Faits.Entree entree) {

        Faits.Lot lot() {
            return heure.lot();
        }

        Faits.Marche marche() {
            return heure.lot().marche();
        }
    }

    static Comptees of(Faits faits, Regles regles, Filtre filtre, int firstYear, int lastYear) {
        List<Une> selected = new ArrayList<>();
        for (Faits.Heure heure : faits.heures) {
            int annee = heure.mois().getYear();
            Faits.Entree entree = regles.entryOf(heure.personne(), heure.mois());
            if (annee >= firstYear
                    && annee <= lastYear
                    && regles.counts(heure.statut())
                    && entree != null
                    && filtre.selects(heure.lot())) {
                selected.add(new Une(heure, entree));
            }
        }
        return new Comptees(selected);
    }

    Comptees where(Predicate<Une> condition) {
        return new Comptees(heures.stream().filter(condition).toList());
    }

    BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        for (Une une : heures) {
            total = total.add(une.heure().heures());
        }
        return total;
    }

    Set<Faits.Personne> personnes() {
        return distinct(une -> une.heure().personne());
    }

    Set<Faits.Marche> marches() {
        return distinct(Une::marche);
    }

    Set<Faits.Contrat> contrats() {
        return distinct(une -> une.heure().contrat());
    }

    <T> Set<T> distinct(Function<Une, T> of) {
        Set<T> all = new LinkedHashSet<>();
        for (Une une : heures) {
            all.add(of.apply(une));
        }
        return all;
    }

    /** Each person with the entry whose attributes are hers here. */
    Map<Faits.Personne, Faits.Entree> retainedEntries(Regles regles) {
        Map<Faits.Personne, Faits.Entree> retained = new LinkedHashMap<>();
        for (Faits.Personne personne : personnes()) {
            retained.put(
                    personne,
                    regles.retained(where(une -> une.heure().personne().equals(personne))
                            .distinct(Une::entree)));
        }
        return retained;
    }
}
