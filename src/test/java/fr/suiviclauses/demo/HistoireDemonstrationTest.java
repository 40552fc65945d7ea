package fr.suiviclauses.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each figure printed in the 2021 report, recomputed from the text of the demonstration's files. */
class HistoireDemonstrationTest {

    private static final BigDecimal CENT = BigDecimal.valueOf(100);
    private static final Predicate<LigneLue> PRIVE = ligne -> ligne.is("donneur_ordre_nature", "PRIVE");

    private static HistoireLue histoire;
    private static List<LigneLue> de2021;
    private static List<LigneLue> gens2021;

    @BeforeAll
    static void read() {
        histoire = HistoireLue.read();
        de2021 = histoire.comptees(2021);
        gens2021 = histoire.profils(2021);
    }

    @Test
    void the_key_figures_of_2021() {
        assertThat(HistoireLue.heures(de2021)).isEqualByComparingTo("763203");
        assertThat(HistoireLue.beneficiaires(de2021)).isEqualTo(1434);
        assertThat(histoire.suivis(2021)).hasSize(791);
        assertThat(donneursSuivis(2021)).hasSize(67);
        assertThat(HistoireLue.distinct(de2021, "donneur_ordre")).hasSize(59);
        assertThat(histoire.entreprises(2021)).hasSize(530);
    }

    @Test
    void every_buyer_has_its_row() throws IOException {
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, String> natures = new HashMap<>();
        for (List<String> row : report("rapport-2021-donneurs-ordres.csv")) {
            BigDecimal heures = new BigDecimal(row.get(2));
            assertThat(heures.setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo(row.get(3));
            expected.put(row.get(0), heures);
            natures.put(row.get(0), row.get(1));
        }
        Map<String, BigDecimal> actual = new TreeMap<>();
        HistoireLue.heures(de2021, "donneur_ordre")
                .forEach((nom, heures) -> actual.put(nom, heures.setScale(2, RoundingMode.UNNECESSARY)));
        assertThat(actual).isEqualTo(expected);
        assertThat(de2021)
                .allMatch(ligne ->
                        ligne.is("donneur_ordre_nature", natures.getOrDefault(ligne.get("donneur_ordre"), "unknown")));
        assertThat(HistoireLue.distinct(de2021.stream().filter(PRIVE).toList(), "donneur_ordre"))
                .hasSize(21);
    }

    @Test
    void public_and_private_hours() {
        assertThat(HistoireLue.heures(de2021, PRIVE)).isEqualByComparingTo("112997");
        assertThat(HistoireLue.heures(de2021, PRIVE.negate())).isEqualByComparingTo("650206");
        assertThat(part2021(PRIVE.negate())).isEqualTo(85);
    }

    @Test
    void the_ten_largest_buyers() {
        assertThat(topTen(2021)).isEqualTo(76);
        assertThat(topTen(2020)).isEqualTo(81);
    }

    @Test
    void the_signatories_of_the_charter() {
        assertThat(part2021(ligne -> ligne.is("charte_sba", "OUI")
                        && ligne.get("charte_sba_debut").compareTo("2021-12-31") <= 0))
                .isEqualTo(66);
        assertThat(de2021).allMatch(ligne -> ligne.get("charte_sba_fin").isEmpty());
    }

    @Test
    void fourteen_groups_and_sixty_five_families() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("Bâtiment", "24.4"),
                Map.entry("Nettoyage propreté", "22.1"),
                Map.entry("Déchets", "12.0"),
                Map.entry("TP & réseaux", "9.6"),
                Map.entry("Eau et assainissement", "7.8"),
                Map.entry("Prestations intellectuelles", "7.0"),
                Map.entry("Espaces verts", "4.6"),
                Map.entry("Sécurité", "4.4"),
                Map.entry("Transports", "2.5"),
                Map.entry("Loisirs culture sport", "1.9"),
                Map.entry("Informatique", "1.8"),
                Map.entry("Commerce", "0.9"),
                Map.entry("Action sociale", "0.5"),
                Map.entry("Restauration", "0.5"));
        Map<String, String> actual = new HashMap<>();
        BigDecimal total = HistoireLue.heures(de2021);
        HistoireLue.heures(de2021, "groupe_famille")
                .forEach((groupe, heures) -> actual.put(
                        groupe,
                        heures.multiply(CENT)
                                .divide(total, 1, RoundingMode.HALF_UP)
                                .toString()));
        assertThat(actual).isEqualTo(expected);
        assertThat(HistoireLue.distinct(de2021, "famille")).hasSize(65);
        assertThat(part2021(ligne -> ligne.is("marche_type", "SERVICES"))).isEqualTo(66);
    }

    @Test
    void the_statuses_at_entry() {
        Map<String, Integer> actual = new HashMap<>();
        gens2021.forEach(profil -> profil.codes("criteres").forEach(code -> actual.merge(code, 1, Integer::sum)));
        assertThat(actual)
                .isEqualTo(Map.of(
                        "RSA_MINIMA_SOCIAUX", 179,
                        "SENIOR_50", 201,
                        "SUIVI_IAE", 562,
                        "DELD", 436,
                        "JEUNE_SANS_EXPERIENCE", 212,
                        "JEUNE_SANS_QUALIFICATION", 279,
                        "AUTRE", 25,
                        "TH", 84,
                        "QPV_EN_DIFFICULTE", 264,
                        "FEMME_REPRISE", 13));
        assertThat(partGens(profil -> profil.codes("criteres").contains("DELD")))
                .isEqualTo(30);
        assertThat(partGens(profil -> profil.get("criteres").contains("JEUNE_")))
                .isEqualTo(34);
    }

    @Test
    void the_diplomas() {
        Map<String, Integer> effectifs = new HashMap<>();
        gens2021.forEach(profil -> effectifs.merge(profil.get("diplome"), 1, Integer::sum));
        assertThat(effectifs)
                .isEqualTo(Map.of(
                        "ETRANGER",
                        28,
                        "MASTER2",
                        38,
                        "LICENCE",
                        39,
                        "BAC2",
                        84,
                        "BAC",
                        212,
                        "CAP_BEP",
                        746,
                        "DNB",
                        258,
                        "SAVOIRS_BASE",
                        29));
        assertThat(partGens(profil -> Set.of("CAP_BEP", "DNB", "SAVOIRS_BASE").contains(profil.get("diplome"))))
                .isEqualTo(72);
        assertThat(partGens(profil -> Set.of("DNB", "SAVOIRS_BASE").contains(profil.get("diplome"))))
                .isEqualTo(20);
    }

    @Test
    void where_people_live() {
        assertThat(partGens(profil -> profil.is("qpv", "OUI"))).isEqualTo(28);
        assertThat(partGens(profil -> profil.is("qpv", "NON"))).isEqualTo(72);
        assertThat(partGens(profil -> profil.is("metropole", "OUI"))).isEqualTo(59);
    }

    @Test
    void sexes_and_ages_are_plausible() {
        assertThat(partGens(profil -> profil.is("sexe", "F"))).isBetween(30, 36);
        assertThat(partGens(profil -> profil.age() < 26)).isBetween(34, 40);
        assertThat(partGens(profil -> profil.age() >= 50)).isBetween(14, 18);
        assertThat(histoire.lignes).allMatch(ligne -> !ligne.personne || (ligne.age() >= 16 && ligne.age() < 70));
    }

    @Test
    void reserved_marches() {
        List<LigneLue> reservees = de2021.stream().filter(LigneLue::reserve).toList();
        assertThat(HistoireLue.heures(reservees)).isEqualByComparingTo("148741");
        assertThat(HistoireLue.beneficiaires(reservees)).isEqualTo(417);
        assertThat(part2021(LigneLue::reserve)).isEqualTo(19);
        int marches = histoire.suivis(2021, LigneLue::reserve).size();
        assertThat(marches).isEqualTo(30);
        assertThat(percent(BigDecimal.valueOf(marches), BigDecimal.valueOf(791)))
                .isEqualTo(4);
        assertThat(part(2019, LigneLue::reserve)).isEqualTo(21);
    }

    @Test
    void public_works_in_2019() {
        assertThat(part(2019, ligne -> ligne.is("groupe_famille", "TP & réseaux")))
                .isEqualTo(15);
    }

    @Test
    void the_region() {
        Predicate<LigneLue> region = ligne -> ligne.is("donneur_ordre", "REGION OCCITANIE");
        List<LigneLue> siennes = de2021.stream().filter(region).toList();
        assertThat(HistoireLue.heures(siennes)).isEqualByComparingTo("16005");
        assertThat(HistoireLue.beneficiaires(siennes)).isEqualTo(121);
        assertThat(histoire.suivis(2021, region)).hasSize(7);
        assertThat(histoire.suivis(2021, region.and(ligne -> ligne.is("marche_type", "TRAVAUX"))))
                .hasSize(3);
    }

    @Test
    void the_operations() {
        List<LigneLue> teleo = operation("Téléo");
        assertThat(HistoireLue.heures(teleo)).isEqualByComparingTo("16644");
        assertThat(HistoireLue.beneficiaires(teleo)).isEqualTo(27);
        assertThat(percent(
                        HistoireLue.heures(teleo), new BigDecimal(teleo.get(0).get("operation_objectif"))))
                .isEqualTo(111);

        List<LigneLue> guillaumet = operation("Guillaumet");
        assertThat(HistoireLue.heures(guillaumet)).isEqualByComparingTo("28000");
        assertThat(guillaumet)
                .allMatch(ligne -> ligne.is("operation_objectif", "200000")
                        && ligne.is("operation_type", "GRAND_PROJET")
                        && !ligne.mois.isBefore(YearMonth.of(2020, 7)));
        assertThat(HistoireLue.distinct(guillaumet, "donneur_ordre"))
                .contains("SNC TOULOUSE GUILLAUMET")
                .hasSizeGreaterThan(3);
    }

    @Test
    void private_buyers_over_ten_years() {
        List<LigneLue> privees = histoire.comptees.stream().filter(PRIVE).toList();
        assertThat(HistoireLue.heures(privees)).isEqualByComparingTo("304292");
        assertThat(HistoireLue.beneficiaires(privees)).isEqualTo(616);
        Set<String> marches = new HashSet<>();
        for (int annee = 2012; annee <= 2021; annee++) {
            marches.addAll(histoire.suivis(annee, PRIVE));
        }
        assertThat(marches).hasSize(54);

        Map<String, Set<String>> contrats = new HashMap<>();
        privees.forEach(ligne -> contrats.computeIfAbsent(ligne.get("modalite"), key -> new HashSet<>())
                .add(ligne.get("contrat_ref")));
        Map<String, Integer> effectifs = new HashMap<>();
        contrats.forEach((modalite, refs) -> effectifs.put(modalite, refs.size()));
        assertThat(effectifs)
                .isEqualTo(Map.ofEntries(
                        Map.entry("ETT", 242),
                        Map.entry("EMBAUCHE_DIRECTE", 209),
                        Map.entry("ETTI", 106),
                        Map.entry("GEIQ", 50),
                        Map.entry("EI", 36),
                        Map.entry("AI", 18),
                        Map.entry("REGIE_QUARTIER", 17),
                        Map.entry("ESAT", 15),
                        Map.entry("ACI", 2),
                        Map.entry("SOUS_TRAITANCE_EI", 2),
                        Map.entry("COTRAITANCE_EI", 1),
                        Map.entry("AUTRE", 1)));
        assertThat(HistoireLue.distinct(privees, "contrat_ref")).hasSize(699);
    }

    @Test
    void the_first_year() {
        List<LigneLue> de2012 = histoire.comptees(2012);
        assertThat(HistoireLue.heures(de2012)).isEqualByComparingTo("194636");
        assertThat(HistoireLue.beneficiaires(de2012)).isEqualTo(384);
        assertThat(histoire.suivis(2012)).hasSize(322);
        assertThat(donneursSuivis(2012)).hasSize(13);
        assertThat(histoire.entreprises(2012)).hasSize(178);
    }

    @Test
    void the_curve_of_the_years_between() {
        List<Integer> heures = List.of(330000, 480000, 580000, 640000, 690000, 760000, 643900, 620000);
        for (int i = 0; i < heures.size(); i++) {
            assertThat(HistoireLue.heures(histoire.comptees(2013 + i))).isEqualByComparingTo(heures.get(i) + "");
        }
        assertThat(HistoireLue.beneficiaires(histoire.comptees(2020))).isEqualTo(1130);
        assertThat(HistoireLue.heures(histoire.comptees).movePointLeft(6).setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("5.7");
        for (int annee = 2013; annee <= 2021; annee++) {
            assertThat(histoire.suivis(annee))
                    .hasSizeGreaterThan(histoire.suivis(annee - 1).size());
            assertThat(donneursSuivis(annee))
                    .hasSizeGreaterThan(donneursSuivis(annee - 1).size());
            assertThat(histoire.entreprises(annee))
                    .hasSizeGreaterThan(histoire.entreprises(annee - 1).size());
        }
        assertThat(histoire.comptees(2022)).isEmpty();
    }

    @Test
    void what_became_of_the_people_of_2020() {
        Set<String> cohorte = HistoireLue.distinct(histoire.comptees(2020), "beneficiaire_ref");
        Map<String, Integer> effectifs = new HashMap<>();
        int reponses = 0;
        for (List<String> suivi : FichierLu.parse(histoire.suivis).lignes()) {
            if (suivi.get(1).equals("2020") && suivi.get(2).equals("12")) {
                assertThat(cohorte).contains(suivi.get(0));
                effectifs.merge(suivi.get(3), 1, Integer::sum);
                reponses++;
            }
        }
        effectifs.merge("NON_RENSEIGNE", cohorte.size() - reponses, Integer::sum);
        assertThat(cohorte).hasSize(1130);
        assertThat(effectifs)
                .isEqualTo(Map.ofEntries(
                        Map.entry("CDI", 205),
                        Map.entry("INTERIM", 158),
                        Map.entry("INTERIM_INSERTION", 102),
                        Map.entry("CONTRAT_INSERTION", 102),
                        Map.entry("CDD", 90),
                        Map.entry("ALTERNANCE", 56),
                        Map.entry("CONTRAT_AIDE", 11),
                        Map.entry("FORMATION", 11),
                        Map.entry("DEMANDEUR_EMPLOI", 362),
                        Map.entry("SANS_SITUATION", 11),
                        Map.entry("ABANDON", 11),
                        Map.entry("NON_RENSEIGNE", 11)));
    }

    @Test
    void what_does_not_count_is_there_too() {
        Set<LigneLue> comptees = new HashSet<>(histoire.comptees);
        List<LigneLue> autres = histoire.lignes.stream()
                .filter(ligne -> ligne.personne && !comptees.contains(ligne))
                .toList();
        assertThat(HistoireLue.distinct(autres, "statut"))
                .containsExactlyInAnyOrder("VALIDEE", "DECLAREE", "BROUILLON", "REJETEE");
        assertThat(autres).filteredOn(ligne -> ligne.is("statut", "VALIDEE")).hasSizeBetween(50, 300);
        Set<String> avecHeures = HistoireLue.distinct(de2021, "marche");
        assertThat(histoire.suivis(2021).size() - avecHeures.size()).isBetween(20, 150);
    }

    @Test
    void the_declared_aggregates() {
        assertThat(HistoireDemonstration.agregatsDeclares())
                .extracting(AgregatDeclare::annee, AgregatDeclare::heures)
                .containsExactly(tuple(2019, 103315), tuple(2021, 164384), tuple(2021, 34409));
    }

    private static List<LigneLue> operation(String nom) {
        return histoire.comptees.stream()
                .filter(ligne -> ligne.is("operation", nom))
                .toList();
    }

    private static Set<String> donneursSuivis(int annee) {
        Set<String> suivis = histoire.suivis(annee);
        return HistoireLue.distinct(
                histoire.marches.values().stream()
                        .filter(ligne -> suivis.contains(ligne.marche()))
                        .toList(),
                "donneur_ordre");
    }

    private static int topTen(int annee) {
        List<LigneLue> lignes = histoire.comptees(annee);
        BigDecimal dix = HistoireLue.heures(lignes, "donneur_ordre").values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return percent(dix, HistoireLue.heures(lignes));
    }

    private static int part2021(Predicate<LigneLue> filtre) {
        return part(2021, filtre);
    }

    private static int part(int annee, Predicate<LigneLue> filtre) {
        List<LigneLue> lignes = histoire.comptees(annee);
        return percent(HistoireLue.heures(lignes, filtre), HistoireLue.heures(lignes));
    }

    private static int partGens(Predicate<LigneLue> filtre) {
        return percent(
                BigDecimal.valueOf(gens2021.stream().filter(filtre).count()), BigDecimal.valueOf(gens2021.size()));
    }

    private static int percent(BigDecimal part, BigDecimal total) {
        return part.multiply(CENT).divide(total, 0, RoundingMode.HALF_UP).intValueExact();
    }

    private static List<List<String>> report(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(HistoireDemonstrationTest.class.getResourceAsStream("/demo/" + name))) {
            return FichierLu.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .lignes();
        }
    }
}
