package fr.suiviclauses.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A row of the reprise file, read by its column names. */
final class LigneLue {

    final int numero;
    private final Map<String, Integer> colonnes;
    private final List<String> cellules;

    /** Read once: the test goes over the rows many times. */
    final boolean personne;

    final YearMonth mois;
    final BigDecimal heures;

    LigneLue(int numero, Map<String, Integer> colonnes, List<String> cellules) {
        this.numero = numero;
        this.colonnes = colonnes;
        this.cellules = cellules;
        this.personne = !get("beneficiaire_ref").isEmpty();
        this.mois = personne ? YearMonth.parse(get("mois")) : YearMonth.of(1, 1);
        this.heures = personne ? new BigDecimal(get("heures").replace(',', '.')) : BigDecimal.ZERO;
    }

    String get(String colonne) {
        return cellules.get(colonnes.getOrDefault(colonne, -1));
    }

    LocalDate date(String colonne) {
        return LocalDate.parse(get(colonne));
    }

    boolean is(String colonne, String valeur) {
        return get(colonne).equals(valeur);
    }

    int annee() {
        return mois.getYear();
    }

    String marche() {
        return get("donneur_ordre") + " " + get("marche");
    }

    String lot() {
        return marche() + " " + get("lot");
    }

    String beneficiaire() {
        return get("beneficiaire_ref");
    }

    List<String> codes(String colonne) {
        return List.of(get(colonne).split("\\|", -1));
    }

    boolean reserve() {
        return codes("clauses").stream()
                .anyMatch(clause -> clause.startsWith("RESERVE_") || clause.equals("SERVICE_INSERTION"));
    }

    int age() {
        return Period.between(date("naissance"), date("entree")).getYears();
    }
}
