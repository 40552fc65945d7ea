package fr.suiviclauses.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the demonstration read back and counted in memory, by the definitions alone: knows nothing of how they
 * were made.
 */
final class HistoireLue {

    /** A person's window: from the month of an entry to the last month with a day within 24 months of it. */
    private record Fenetre(LocalDate entree, YearMonth debut, YearMonth fin) {

        boolean holds(YearMonth mois) {
            return !mois.isBefore(debut) && !mois.isAfter(fin);
        }
    }

    final String reprise;
    final String suivis;
    final List<String> colonnes;
    final List<LigneLue> lignes = new ArrayList<>();
    final List<LigneLue> comptees;

    /** One row of each marché, by buyer and reference. */
    final Map<String, LigneLue> marches = new LinkedHashMap<>();

    private final Map<String, List<Fenetre>> fenetres = new HashMap<>();

    private HistoireLue(String reprise, String suivis) {
        this.reprise = reprise;
        this.suivis = suivis;
        FichierLu fichier = FichierLu.parse(reprise);
        this.colonnes = fichier.entete();
        Map<String, Integer> places = fichier.colonnes();
        for (List<String> cellules : fichier.lignes()) {
            LigneLue ligne = new LigneLue(lignes.size() + 2, places, cellules);
            lignes.add(ligne);
            marches.putIfAbsent(ligne.marche(), ligne);
        }
        openWindows();
        this.comptees = lignes.stream()
                .filter(ligne -> ligne.personne && ligne.is("statut", "VALIDEE") && inWindow(ligne))
                .toList();
    }

    /** Read once for all tests. */
    static HistoireLue read() {
        return Lue.HISTOIRE;
    }

    private static final class Lue {
        static final HistoireLue HISTOIRE = new HistoireLue(reprise(), suivis());
    }

    static String reprise() {
        StringBuilder text = new StringBuilder();
        try {
            HistoireDemonstration.generate().writeReprise(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String suivis() {
        StringBuilder text = new StringBuilder();
        try {
            HistoireDemonstration.generate().writeSuivis(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void openWindows() {
        Map<String, Set<LocalDate>> entrees = new HashMap<>();
        for (LigneLue ligne : lignes) {
            if (ligne.personne) {
                entrees.computeIfAbsent(ligne.beneficiaire(), key -> new HashSet<>())
                        .add(ligne.date("entree"));
            }
        }
        entrees.forEach((personne, dates) -> fenetres.put(
                personne,
                dates.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(date -> new Fenetre(
                                date,
                                YearMonth.from(date),
                                YearMonth.from(date.plusMonths(24).minusDays(1))))
                        .toList()));
    }

    boolean inWindow(LigneLue ligne) {
        return windows(ligne).stream().anyMatch(fenetre -> fenetre.holds(ligne.mois));
    }

    /** The date of the entry to which the month belongs: the later one if two windows hold it. */
    LocalDate entree(LigneLue ligne) {
        return windows(ligne).stream()
                .filter(fenetre -> fenetre.holds(ligne.mois))
                .findFirst()
                .orElseThrow()
                .entree();
    }

    private List<Fenetre> windows(LigneLue ligne) {
        return fenetres.getOrDefault(ligne.beneficiaire(), List.of());
    }

    List<LigneLue> comptees(int annee) {
        return comptees.stream().filter(ligne -> ligne.annee() == annee).toList();
    }

    /** The rows that describe the people of a year: her latest entry with counted hours in it. */
    List<LigneLue> profils(int annee) {
        Map<String, LocalDate> entrees = new TreeMap<>();
        for (LigneLue ligne : comptees(annee)) {
            entrees.merge(ligne.beneficiaire(), entree(ligne), (a, b) -> a.isAfter(b) ? a : b);
        }
        Map<String, LigneLue> profils = new TreeMap<>();
        for (LigneLue ligne : lignes) {
            if (ligne.personne && ligne.date("entree").equals(entrees.get(ligne.beneficiaire()))) {
                profils.putIfAbsent(ligne.beneficiaire(), ligne);
            }
        }
        return List.copyOf(profils.values());
    }

    /** Active at least one day of the year, or with counted hours in it. */
    Set<String> suivis(int annee) {
        Set<String> suivis = marches.values().stream()
                .filter(ligne -> ligne.date("marche_notification").getYear() <= annee
                        && ligne.date("marche_fin").getYear() >= annee)
                .map(LigneLue::marche)
                .collect(Collectors.toSet());
        comptees(annee).forEach(ligne -> suivis.add(ligne.marche()));
        return suivis;
    }

    Set<String> suivis(int annee, Predicate<LigneLue> filtre) {
        Set<String> suivis = suivis(annee);
        return distinct(
                lignes.stream().filter(ligne -> suivis.contains(ligne.marche()) && filtre.test(ligne)),
                LigneLue::marche);
    }

    Set<String> entreprises(int annee) {
        Set<String> suivis = suivis(annee);
        return distinct(
                lignes.stream().filter(ligne -> suivis.contains(ligne.marche())),
                ligne -> ligne.get("entreprise_siren"));
    }

    static BigDecimal heures(List<LigneLue> lignes) {
        return lignes.stream().map(ligne -> ligne.heures).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal heures(List<LigneLue> lignes, Predicate<LigneLue> filtre) {
        return heures(lignes.stream().filter(filtre).toList());
    }

    static Map<String, BigDecimal> heures(List<LigneLue> lignes, String colonne) {
        Map<String, BigDecimal> heures = new TreeMap<>();
        lignes.forEach(ligne -> heures.merge(ligne.get(colonne), ligne.heures, BigDecimal::add));
        return heures;
    }

    static Set<String> distinct(List<LigneLue> lignes, String colonne) {
        return distinct(lignes.stream(), ligne -> ligne.get(colonne));
    }

    static int beneficiaires(List<LigneLue> lignes) {
        return distinct(lignes, "beneficiaire_ref").size();
    }

    private static Set<String> distinct(Stream<LigneLue> lignes, Function<LigneLue, String> valeur) {
        return lignes.map(valeur).collect(Collectors.toSet());
    }
}
