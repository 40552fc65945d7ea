package fr.suiviclauses.echange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.suiviclauses.echange.fichier.FichierRefuseException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of error, with its line, its column and the value seen. */
class RepriseErreursTest extends EssaiReprise {

    @Test
    void each_line_is_new_modified_unchanged_or_in_error() {
        accepted(Fichier.of().and("mois=2021-02", "heures=90").and("mois=2021-03"));

        ResultatImport resultat = run(Fichier.of()
                .and("mois=2021-02", "heures=91")
                .and("mois=2021-03")
                .and("mois=2021-04")
                .and("mois=2021-05", "heures=douze", "sexe=?")
                .and("mois=2021-06")
                .and("mois=2021-06"));

        assertThat(resultat.lignes()).isEqualTo(7);
        assertThat(resultat.inchangees()).isEqualTo(2);
        assertThat(resultat.modifiees()).isEqualTo(1);
        assertThat(resultat.nouvelles()).isEqualTo(2);
        assertThat(resultat.enErreur()).isEqualTo(2);
        assertThat(resultat.totalErreurs()).isEqualTo(3);
    }

    /** An anomaly that is found later, in the database, shows the cell as the file has it. */
    @Test
    void a_social_security_number_is_masked_wherever_its_cell_is_shown() {
        accepted(Fichier.of(
                "employeur=Intérim Solidaire",
                "employeur_siren=999000029",
                "employeur_type=CLASSIQUE",
                "modalite=ETTI"));
        String nir = "255081416802538";

        ResultatImport resultat = run(Fichier.of(
                "employeur=Intérim Solidaire",
                "employeur_siren=999000029",
                "employeur_type=CLASSIQUE",
                "modalite=" + nir));

        assertThat(resultat.erreurs()).isNotEmpty().noneMatch(e -> e.valeur().contains(nir));
        assertThat(resultat.avertissements())
                .filteredOn(a -> "modalite".equals(a.colonne()))
                .hasSize(1)
                .allMatch(a -> a.valeur().equals("••••••"));
    }

    @Test
    void a_social_security_number_is_refused_under_a_column_that_is_not_read_too() {
        Path fichier = Fichier.write(Fichier.of()
                .csv()
                .replace("\n", ";\n")
                .replaceFirst(";\n", ";Erreurs\n")
                .replaceFirst("(?s);\n$", ";2 55 08 14 168 025 38\n"));

        ResultatImport resultat = reprises.importerReprise(fichier, structure, null, true);

        assertThat(resultat.erreurs()).extracting(EssaiReprise::brief).containsExactly("2 null ••••••");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "heures=1.234",
                "heures=0",
                "heures=-3",
                "heures=744,01",
                "heures=douze",
                "heures=1e2",
                "obligation=1,234.5",
                "operation_objectif=0",
                "mois=2022-02",
                "mois=13/2021",
                "mois=janvier",
                "naissance=31/02/1998",
                "naissance=18/01/2022",
                "marche_notification=hier",
                "marche_fin=2019-12-31",
                "contrat_fin=01/11/2020",
                "entree=01/01/1990",
                "donneur_ordre_nature=MIXTE",
                "marche_type=TRAVAU",
                "clauses=CONDITION|INCONNUE",
                "clauses=|",
                "entreprise_siren=999000012",
                "entreprise_siren=12345",
                "entreprise_type=SARL",
                "entreprise_role=CHEF",
                "sexe=X",
                "commune_insee=31",
                "metropole=PEUT-ETRE",
                "qpv=OUI?",
                "diplome=BREVET",
                "criteres=DELD|PAUVRE",
                "modalite=CDI",
                "contrat_type=STAGE",
                "statut=PAYEE",
                "employeur_siren=000000000",
                "employeur_type=X",
                "charte_sba=SIGNEE",
                "charte_sba_debut=01/01/2020",
                "groupe_famille=Bâtimant"
            })
    void what_is_unreadable_or_unknown(String colonne, String valeur) {
        String operation = colonne.equals("operation_objectif") ? "operation=Quai" : "operation=";
        assertThat(errors(Fichier.of()
                        .and(operation, colonne + "=" + valeur, colonne.equals("mois") ? "lot=1" : "mois=2021-02")))
                .contains("3 " + colonne + " " + valeur);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "donneur_ordre",
                "donneur_ordre_nature",
                "marche",
                "marche_type",
                "marche_notification",
                "marche_fin",
                "famille",
                "groupe_famille",
                "clauses",
                "entreprise",
                "nom",
                "prenom",
                "naissance",
                "criteres",
                "modalite",
                "contrat_debut",
                "mois",
                "heures"
            })
    void what_is_missing(String colonne) {
        assertThat(errors(Fichier.of().and("mois=2021-02", colonne + "="))).containsExactly("3 " + colonne + " ");
        String sansColonne = Fichier.of()
                .csv()
                .replaceFirst("(^|;)" + colonne + "(;|\n)", "$1$2")
                .replaceFirst("^;", "");
        assertThat(sansColonne).isNotEqualTo(Fichier.of().csv());
    }

    @Test
    void a_lot_line_needs_nothing_of_a_person() {
        assertThat(accepted(Fichier.of().andLot("lot=2", "obligation=")).nouvelles())
                .isEqualTo(2);
        assertThat(count("lot")).isEqualTo(2);
        assertThat(errors(Fichier.of().andLot("lot=3").and("lot=4", "nom=", "prenom=", "naissance=", "criteres=")))
                .containsExactly("4 nom ", "4 prenom ", "4 naissance ", "4 criteres ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "donneur_ordre_nature=PRIVE",
                "charte_sba=NON",
                "marche_objet=Autre objet",
                "marche_type=SERVICES",
                "marche_notification=02/01/2020",
                "marche_fin=30/12/2021",
                "operation=Autre quai",
                "operation_objectif=2000",
                "operation_type=PROGRAMME",
                "lot_objet=Autre",
                "famille=Second œuvre",
                "clauses=VOLONTAIRE",
                "obligation=401",
                "entreprise=Autre nom",
                "entreprise_type=EI",
                "nom=Autre",
                "prenom=Autre",
                "naissance=04/04/1998",
                "sexe=H",
                "commune_insee=31149",
                "metropole=NON",
                "qpv=NON",
                "diplome=BAC",
                "criteres=TH",
                "prescripteur=Autre",
                "modalite=AUTRE",
                "contrat_type=CDI",
                "contrat_debut=03/11/2020",
                "contrat_fin=29/06/2021",
                "groupe_famille=Transports"
            })
    void two_lines_that_disagree_are_both_named(String colonne, String valeur) {
        String[] commun = {
            "operation=Grand quai",
            "operation_type=OPERATION",
            "operation_objectif=1000",
            "charte_sba=OUI",
            "lot_objet=Un"
        };
        String[] autre = java.util.Arrays.copyOf(commun, commun.length + 2);
        autre[commun.length] = "mois=2021-02";
        autre[commun.length + 1] = colonne + "=" + valeur;
        ResultatImport resultat = run(Fichier.of(commun).and(autre));
        assertThat(resultat.erreurs())
                .filteredOn(e -> colonne.equals(e.colonne()))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.ligne()).isEqualTo(3);
                    assertThat(e.valeur()).isEqualTo(valeur);
                    assertThat(e.message()).contains("2 et 3");
                });
    }

    @Test
    void a_blank_never_disagrees() {
        assertThat(accepted(Fichier.of("charte_sba=OUI", "lot_objet=Un")
                                .and(
                                        "mois=2021-02",
                                        "charte_sba=",
                                        "marche_objet=",
                                        "lot_objet=",
                                        "obligation=",
                                        "entreprise_type=",
                                        "sexe=",
                                        "commune_insee=",
                                        "metropole=",
                                        "qpv=",
                                        "diplome=",
                                        "prescripteur=",
                                        "contrat_type=",
                                        "contrat_fin="))
                        .nouvelles())
                .isEqualTo(2);
    }

    @Test
    void a_contract_is_one_persons() {
        assertThat(errors(Fichier.of().and("mois=2021-02", "beneficiaire_ref=B2", "nom=Autre")))
                .containsExactly("3 contrat_ref C1");
    }

    @Test
    void the_same_hours_twice() {
        ResultatImport resultat = run(Fichier.of().and("heures=50"));
        assertThat(resultat.erreurs()).singleElement().satisfies(e -> {
            assertThat(brief(e)).isEqualTo("3 mois 2021-01");
            assertThat(e.message()).contains("2 et 3");
        });
    }

    @Test
    void more_hours_than_a_month_has_over_all_contracts() {
        assertThat(errors(Fichier.of("heures=400").and("contrat_ref=C2", "heures=344,01")))
                .containsExactly("3 heures 344,01");
        assertThat(accepted(Fichier.of("heures=400").and("contrat_ref=C2", "heures=344"))
                        .nouvelles())
                .isEqualTo(2);
        assertThat(errors(Fichier.of("lot=2", "heures=0,01"))).containsExactly("2 heures 0,01");
        // What is replaced does not count twice, what was rejected was not worked.
        assertThat(accepted(Fichier.of("heures=300").and("lot=2", "heures=100")).modifiees())
                .isEqualTo(1);
        assertThat(accepted(Fichier.of("lot=3", "heures=700", "statut=REJETEE")).nouvelles())
                .isEqualTo(1);
    }

    @Test
    void hours_outside_the_months_of_their_contract() {
        assertThat(errors(Fichier.of("mois=2020-10")
                        .and("mois=2020-11")
                        .and("mois=2021-06")
                        .and("mois=2021-07")))
                .containsExactly("2 mois 2020-10", "5 mois 2021-07");
        assertThat(accepted(Fichier.of("contrat_fin=", "mois=2022-01")).nouvelles())
                .isEqualTo(1);
    }

    @Test
    void hours_already_stored_stay_within_a_contract_that_moves() {
        accepted(Fichier.of("mois=2021-05"));
        assertThat(errors(Fichier.of("contrat_fin=31/03/2021"))).containsExactly("2 contrat_fin 31/03/2021");
        assertThat(errors(Fichier.of("contrat_debut=01/06/2021", "mois=2021-06")))
                .containsExactly("2 contrat_debut 01/06/2021");
    }

    @Test
    void an_employer_by_default_must_be_one() {
        String[] autre = {"mois=2021-02", "entreprise=Bonne Table", "entreprise_siren=999000045", "lot=2"};
        assertThat(errors(Fichier.of().and(autre))).containsExactly("3 employeur ");
        accepted(Fichier.of("employeur=Maçons Réunis", "employeur_siren=999000011")
                .and(autre));
        assertThat(
                        text(
                                "select e.nom from contrat_insertion c join entreprise e on e.id = c.employeur_id where c.structure_id = ?"))
                .isEqualTo("Maçons Réunis");
    }

    @Test
    void a_name_that_two_companies_bear_needs_its_siren() {
        Fichier deux = Fichier.of()
                .and(
                        "mois=2021-02",
                        "entreprise_siren=999000029",
                        "lot=2",
                        "employeur=Maçons Réunis",
                        "employeur_siren=999000011");
        accepted(deux);
        assertThat(count("entreprise")).isEqualTo(2);
        assertThat(errors(Fichier.of("entreprise_siren=", "entreprise=MACONS REUNIS", "employeur=X")))
                .containsExactly("2 entreprise MACONS REUNIS");
    }

    @Test
    void a_siren_without_a_name_must_be_known() {
        assertThat(errors(Fichier.of("employeur_siren=999000029"))).containsExactly("2 employeur ");
        accepted(Fichier.of("employeur_siren=999000011"));
        assertThat(count("entreprise")).isEqualTo(1);
    }

    @Test
    void a_blank_entry_beside_several() {
        assertThat(errors(Fichier.of().and("mois=2021-02", "entree=01/02/2021").and("mois=2021-03", "entree=")))
                .containsExactly("4 entree ");
    }

    @Test
    void one_person_under_two_references() {
        assertThat(errors(Fichier.of().and("beneficiaire_ref=B2", "contrat_ref=C2", "nom=ANGEL", "prenom=zoe")))
                .containsExactly("3 beneficiaire_ref B2");
        accepted(Fichier.of());
        assertThat(errors(Fichier.of("beneficiaire_ref=B2", "contrat_ref=C2")))
                .containsExactly("2 beneficiaire_ref B2");
    }

    @Test
    void a_family_keeps_its_group() {
        accepted(Fichier.of());
        assertThat(errors(Fichier.of("lot=2", "famille=GROS OEUVRE", "groupe_famille=Transports")))
                .containsExactly("2 groupe_famille Transports");
    }

    @Test
    void a_contract_keeps_its_person() {
        accepted(Fichier.of());
        assertThat(errors(Fichier.of("beneficiaire_ref=B2", "nom=Autre"))).containsExactly("2 contrat_ref C1");
    }

    @Test
    void the_hours_of_a_closed_year_no_longer_move() {
        accepted(Fichier.of());
        jdbc.sql("insert into arrete_annuel (structure_id, annee, etat, arrete_le) values (?, 2021, 'ARRETE', now())")
                .param(structure)
                .update();
        assertThat(accepted(Fichier.of("statut=VALIDEE")).inchangees()).isEqualTo(1);
        assertThat(errors(Fichier.of("heures=99").and("mois=2020-12").and("mois=2021-02")))
                .containsExactly("2 mois 2021-01", "4 mois 2021-02");
    }

    @Test
    void an_obligation_never_falls_below_its_amendments() {
        accepted(Fichier.of());
        jdbc.sql(
                        "insert into mouvement_obligation (structure_id, lot_id, nature, date_effet, heures) select structure_id, id, 'AVENANT', '2020-06-01', -300 from lot where structure_id = ?")
                .param(structure)
                .update();
        ResultatImport resultat = run(Fichier.of("obligation=200"));
        assertThat(resultat.erreurs())
                .singleElement()
                .satisfies(e -> assertThat(brief(e)).isEqualTo("2 obligation 200"));
        assertThat(accepted(Fichier.of("obligation=300")).modifiees()).isEqualTo(1);
    }

    @Test
    void a_social_security_number_is_refused_and_never_shown() {
        for (String colonne : new String[] {
            "beneficiaire_ref",
            "nom",
            "prescripteur",
            "marche_objet",
            "naissance",
            "heures",
            "criteres",
            "donneur_ordre"
        }) {
            ResultatImport resultat = run(Fichier.of(colonne + "=1 85 12 31 555 012 12"));
            assertThat(resultat.erreurs()).isNotEmpty().allSatisfy(e -> {
                assertThat(e.valeur()).doesNotContain("85");
                assertThat(e.message()).doesNotContain("85 12");
            });
            assertThat(resultat.erreurs())
                    .anySatisfy(e -> assertThat(e.message()).contains("sécurité sociale"));
        }
        assertThat(accepted(Fichier.of("marche=185123155501212", "contrat_ref=1851231555012"))
                        .nouvelles())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000B", "A\u0007B", "A\u0085B", "A\ufffdB"})
    void invisible_characters(String nom) {
        assertThat(errors(Fichier.of("nom=" + nom))).containsExactly("2 nom A\ufffdB");
    }

    @Test
    void headers() {
        String csv = Fichier.of().csv();
        assertThat(headerErrors(csv.replaceFirst("heures", "heure"))).containsExactly("1 heure heure", "1 heures ");
        assertThat(run(csv.replaceFirst("heures", "heure")).erreurs().get(0).message())
                .contains("heures");
        assertThat(headerErrors(csv.replaceFirst("statut", "heures"))).containsExactly("1 heures heures");
        assertThat(run(csv.replaceFirst("statut", "Erreurs")).erreurs()).isEmpty();
        assertThat(run(csv.toUpperCase(java.util.Locale.ROOT)
                                .replaceFirst("(?s)\n.*", csv.substring(csv.indexOf('\n'))))
                        .erreurs())
                .isEmpty();
    }

    @Test
    void a_file_that_names_no_column_is_refused_as_a_whole() {
        assertThatExceptionOfType(FichierRefuseException.class).isThrownBy(() -> run("a;b;c\n1;2;3\n"));
        assertThatExceptionOfType(FichierRefuseException.class).isThrownBy(() -> run("\n\n"));
    }

    @Test
    void all_errors_come_at_once_and_the_first_thousand_are_told() {
        Fichier fichier = Fichier.of("heures=x", "qpv=x");
        for (int i = 0; i < 1500; i++) fichier.and("heures=x", "lot=" + (i + 10));
        ResultatImport resultat = run(fichier);
        assertThat(resultat.totalErreurs()).isEqualTo(1502);
        assertThat(resultat.erreurs())
                .hasSize(1000)
                .isSortedAccordingTo(java.util.Comparator.comparing(e -> e.ligne() == null ? 0 : e.ligne()));
    }

    @Test
    void more_than_200_000_lines_are_refused_as_a_whole() {
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> run("donneur_ordre;mois\n" + "A;2021-01\n".repeat(200_001)))
                .withMessageContaining("200")
                .matches(refus -> refus.motif() == FichierRefuseException.Motif.TROP_GRAND);
    }

    private java.util.List<String> headerErrors(String csv) {
        return run(csv).erreurs().stream().map(EssaiReprise::brief).toList();
    }

    private ResultatImport run(String csv) {
        return reprises.importerReprise(Fichier.write(csv), structure, null, false);
    }
}
