package fr.suiviclauses.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files obey the rules of the reprise: keys, repeated attributes, dates, codes, plausible months. */
class HistoireDemonstrationFormatTest {

    private static final LocalDate AUJOURD_HUI = LocalDate.of(2022, 1, 17);

    private static HistoireLue histoire;
    private static List<LigneLue> avecPersonne;

    @BeforeAll
    static void read() {
        histoire = HistoireLue.read();
        avecPersonne = histoire.lignes.stream().filter(ligne -> ligne.personne).toList();
    }

    @Test
    void the_same_bytes_each_time() {
        assertThat(HistoireLue.reprise().equals(histoire.reprise)).isTrue();
        assertThat(HistoireLue.suivis().equals(histoire.suivis)).isTrue();
    }

    @Test
    void the_header_is_the_contract() {
        assertThat(histoire.colonnes)
                .isEqualTo(
                        List.of(("donneur_ordre donneur_ordre_nature charte_sba charte_sba_debut charte_sba_fin marche"
                                        + " marche_objet marche_type marche_notification marche_fin operation operation_type"
                                        + " operation_objectif lot lot_objet famille groupe_famille clauses obligation entreprise"
                                        + " entreprise_siren entreprise_type entreprise_role beneficiaire_ref nom prenom naissance"
                                        + " sexe entree commune_insee metropole qpv diplome criteres prescripteur contrat_ref"
                                        + " employeur employeur_siren employeur_type modalite contrat_type contrat_debut"
                                        + " contrat_fin mois heures statut")
                                .split(" ", -1)));
    }

    @Test
    void the_file_is_of_the_size_of_a_large_structure() {
        assertThat(histoire.lignes).hasSizeBetween(75_000, 95_000);
        assertThat(histoire.reprise.getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000_000);
    }

    @Test
    void what_belongs_to_one_thing_never_disagrees() {
        List<LigneLue> lignes = histoire.lignes;
        agree(
                lignes,
                l -> fold(l.get("donneur_ordre")),
                "donneur_ordre",
                "donneur_ordre_nature",
                "charte_sba",
                "charte_sba_debut",
                "charte_sba_fin");
        agree(
                lignes,
                LigneLue::marche,
                "marche_objet",
                "marche_type",
                "marche_notification",
                "marche_fin",
                "operation");
        agree(lignes, l -> l.get("operation"), "operation_type", "operation_objectif");
        agree(lignes, LigneLue::lot, "lot_objet", "famille", "clauses", "obligation");
        agree(lignes, l -> l.get("famille"), "groupe_famille");
        agree(lignes, l -> l.get("entreprise_siren"), "entreprise", "entreprise_type");
        agree(lignes, l -> l.get("entreprise"), "entreprise_siren");
        agree(avecPersonne, l -> l.get("employeur_siren"), "employeur", "employeur_type");
        agree(avecPersonne, LigneLue::beneficiaire, "nom", "prenom", "naissance", "sexe");
        agree(
                avecPersonne,
                l -> l.beneficiaire() + l.get("entree"),
                "commune_insee",
                "metropole",
                "qpv",
                "diplome",
                "criteres",
                "prescripteur");
        agree(
                avecPersonne,
                l -> l.get("contrat_ref"),
                "beneficiaire_ref",
                "entree",
                "employeur_siren",
                "modalite",
                "contrat_type",
                "contrat_debut",
                "contrat_fin");
        Map<String, String> types = new HashMap<>();
        for (LigneLue ligne : lignes) {
            types.put(ligne.get("entreprise_siren"), ligne.get("entreprise_type"));
        }
        assertThat(avecPersonne)
                .allMatch(l -> types.getOrDefault(l.get("employeur_siren"), l.get("employeur_type"))
                        .equals(l.get("employeur_type")));
    }

    @Test
    void one_row_for_one_contract_lot_and_month() {
        Set<String> keys = new HashSet<>();
        for (LigneLue ligne : avecPersonne) {
            assertThat(keys.add(ligne.get("contrat_ref") + " " + ligne.lot() + " " + ligne.mois))
                    .isTrue();
        }
    }

    @Test
    void a_row_without_person_is_empty_from_there_on() {
        int first = histoire.colonnes.indexOf("beneficiaire_ref");
        for (LigneLue ligne : histoire.lignes) {
            if (!ligne.personne) {
                assertThat(histoire.colonnes.subList(first, histoire.colonnes.size()))
                        .allMatch(colonne -> ligne.get(colonne).isEmpty());
            }
        }
    }

    @Test
    void compulsory_cells_are_filled() {
        for (LigneLue ligne : histoire.lignes) {
            for (String colonne : List.of(
                    "donneur_ordre",
                    "donneur_ordre_nature",
                    "marche",
                    "marche_type",
                    "famille",
                    "groupe_famille",
                    "clauses",
                    "entreprise")) {
                assertThat(ligne.get(colonne)).isNotBlank();
            }
        }
        for (LigneLue ligne : avecPersonne) {
            for (String colonne : List.of(
                    "nom",
                    "prenom",
                    "naissance",
                    "entree",
                    "criteres",
                    "modalite",
                    "contrat_debut",
                    "mois",
                    "heures",
                    "employeur",
                    "statut")) {
                assertThat(ligne.get(colonne)).isNotBlank();
            }
        }
    }

    @Test
    void people_are_told_apart() {
        Map<String, String> identites = new HashMap<>();
        for (LigneLue ligne : avecPersonne) {
            String identite = fold(ligne.get("nom")) + "/" + fold(ligne.get("prenom")) + "/" + ligne.get("naissance");
            assertThat(identites.putIfAbsent(identite, ligne.beneficiaire())).isIn(null, ligne.beneficiaire());
        }
        String names =
                avecPersonne.stream().map(l -> l.get("nom") + l.get("prenom")).collect(Collectors.joining());
        assertThat(names).contains("é", "ï", "'", "-", "ç", " ");
    }

    @Test
    void nobody_works_more_than_full_time() {
        Map<String, BigDecimal> charges = new HashMap<>();
        for (LigneLue ligne : avecPersonne) {
            assertThat(ligne.heures).isPositive();
            charges.merge(ligne.beneficiaire() + ligne.mois, ligne.heures, BigDecimal::add);
        }
        assertThat(charges.values()).allMatch(heures -> heures.compareTo(new BigDecimal("151.67")) <= 0);
    }

    @Test
    void months_stand_within_their_contract_and_never_in_the_future() {
        for (LigneLue ligne : avecPersonne) {
            assertThat(ligne.mois).isAfterOrEqualTo(YearMonth.from(ligne.date("contrat_debut")));
            if (!ligne.get("contrat_fin").isEmpty()) {
                assertThat(ligne.mois).isBeforeOrEqualTo(YearMonth.from(ligne.date("contrat_fin")));
                assertThat(ligne.date("contrat_fin")).isAfterOrEqualTo(ligne.date("contrat_debut"));
            }
            assertThat(ligne.mois).isBetween(YearMonth.of(2012, 1), YearMonth.from(AUJOURD_HUI));
            assertThat(ligne.date("entree")).isBeforeOrEqualTo(AUJOURD_HUI);
            assertThat(ligne.date("contrat_debut")).isBeforeOrEqualTo(AUJOURD_HUI);
        }
        assertThat(histoire.marches.values())
                .allMatch(l -> !l.date("marche_fin").isBefore(l.date("marche_notification")));
    }

    @Test
    void few_hours_stand_outside_the_dates_of_their_marche() {
        List<LigneLue> outside = avecPersonne.stream()
                .filter(l -> l.mois.isBefore(YearMonth.from(l.date("marche_notification")))
                        || l.mois.isAfter(YearMonth.from(l.date("marche_fin"))))
                .toList();
        assertThat(outside).hasSizeBetween(5, 60);
    }

    @Test
    void every_siren_begins_with_999_and_has_its_key() {
        Set<String> sirens = new HashSet<>();
        histoire.lignes.forEach(l -> sirens.add(l.get("entreprise_siren")));
        avecPersonne.forEach(l -> sirens.add(l.get("employeur_siren")));
        assertThat(sirens).allMatch(siren -> siren.matches("999\\d{6}") && luhn(siren));
    }

    @Test
    void criteria_agree_with_ages_and_sexes_but_for_a_few() {
        Set<String> slips = new HashSet<>();
        for (LigneLue ligne : avecPersonne) {
            boolean young = ligne.get("criteres").contains("JEUNE_");
            boolean senior = ligne.codes("criteres").contains("SENIOR_50");
            if ((young && ligne.age() >= 26) || (senior && ligne.age() < 50)) {
                slips.add(ligne.beneficiaire());
            }
            assertThat(ligne.codes("criteres").contains("FEMME_REPRISE") && ligne.is("sexe", "H"))
                    .isFalse();
        }
        assertThat(slips).hasSizeBetween(1, 10);
    }

    @Test
    void lots_end_above_and_below_their_obligation() {
        Map<String, BigDecimal> faites = new HashMap<>();
        Map<String, BigDecimal> dues = new HashMap<>();
        histoire.comptees.forEach(l -> faites.merge(l.lot(), l.heures, BigDecimal::add));
        for (LigneLue ligne : histoire.lignes) {
            if (!ligne.get("obligation").isEmpty()) {
                dues.put(ligne.lot(), new BigDecimal(ligne.get("obligation")));
            }
        }
        long reached = dues.entrySet().stream()
                .filter(due ->
                        faites.getOrDefault(due.getKey(), BigDecimal.ZERO).compareTo(due.getValue()) >= 0)
                .count();
        assertThat(reached * 100 / dues.size()).isBetween(25L, 60L);
    }

    @Test
    void follow_ups_have_one_key_each_and_no_future() {
        Set<String> keys = new HashSet<>();
        Set<String> refs = avecPersonne.stream().map(LigneLue::beneficiaire).collect(Collectors.toSet());
        FichierLu suivis = FichierLu.parse(histoire.suivis);
        assertThat(suivis.entete()).containsExactly("beneficiaire_ref", "cohorte", "jalon", "situation", "date");
        Set<String> cohortes = new HashSet<>();
        for (List<String> suivi : suivis.lignes()) {
            assertThat(keys.add(suivi.get(0) + "/" + suivi.get(1) + "/" + suivi.get(2)))
                    .isTrue();
            assertThat(refs).contains(suivi.get(0));
            assertThat(suivi.get(2)).isIn("3", "6", "12");
            assertThat(LocalDate.parse(suivi.get(4))).isBeforeOrEqualTo(AUJOURD_HUI);
            cohortes.add(suivi.get(1) + "/" + suivi.get(2));
        }
        assertThat(cohortes).contains("2012/12", "2019/12", "2020/12", "2020/3", "2020/6", "2021/3");
    }

    private static void agree(List<LigneLue> lignes, Function<LigneLue, String> key, String... colonnes) {
        Map<String, List<String>> seen = new HashMap<>();
        List<String> disagreements = new ArrayList<>();
        for (LigneLue ligne : lignes) {
            List<String> values = List.of(colonnes).stream().map(ligne::get).toList();
            if (!seen.computeIfAbsent(key.apply(ligne), k -> values).equals(values)) {
                disagreements.add(ligne.numero + ": " + values);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", " ")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
