package fr.suiviclauses.echange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a second file changes, and what it says of it. */
class RepriseMiseAJourTest extends EssaiReprise {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heures=90,5|2 heures 100,00 → 90,50",
                "statut=DECLAREE|2 statut VALIDEE → DECLAREE",
                "donneur_ordre_nature=PRIVE|2 donneur_ordre_nature PUBLIC → PRIVE",
                "donneur_ordre=VILLE DE RIVIERE|2 donneur_ordre Ville de Rivière → VILLE DE RIVIERE",
                "marche_objet=Extension|2 marche_objet Rénovation de l’école → Extension",
                "marche_type=SERVICES|2 marche_type TRAVAUX → SERVICES",
                "marche_fin=31/12/2022|2 marche_fin 31/12/2021 → 31/12/2022",
                "lot_objet=Maçonnerie|2 lot_objet  → Maçonnerie",
                "clauses=CONDITION_EXECUTION\\VOLONTAIRE|2 clauses CONDITION_EXECUTION → CONDITION_EXECUTION\\VOLONTAIRE",
                "obligation=450|2 obligation 400,00 → 450,00",
                "entreprise=Maçons Unis|2 entreprise Maçons Réunis → Maçons Unis",
                "entreprise_type=EI|2 entreprise_type CLASSIQUE → EI",
                "entreprise_role=COTRAITANT|2 entreprise_role TITULAIRE → COTRAITANT",
                "nom=Ange|2 nom Ângel → Ange",
                "naissance=04/03/1998|2 naissance 03/04/1998 → 04/03/1998",
                "sexe=H|2 sexe F → H",
                "commune_insee=31149|2 commune_insee 31555 → 31149",
                "metropole=NON|2 metropole OUI → NON",
                "qpv=NON|2 qpv OUI → NON",
                "diplome=BAC|2 diplome CAP_BEP → BAC",
                "criteres=DELD\\TH|2 criteres DELD → DELD\\TH",
                "prescripteur=Cap emploi|2 prescripteur Mission locale → Cap emploi",
                "modalite=AUTRE|2 modalite EMBAUCHE_DIRECTE → AUTRE",
                "contrat_type=CDI|2 contrat_type CDD → CDI",
                "contrat_debut=01/11/2020|2 contrat_debut 02/11/2020 → 01/11/2020",
                "contrat_fin=31/07/2021|2 contrat_fin 30/06/2021 → 31/07/2021"
            })
    void one_cell_changes_one_thing(String difference, String changement) {
        Fichier avant = Fichier.of().and("mois=2021-02", "lot=2", "contrat_ref=C2", "contrat_debut=15/11/2020");
        accepted(avant);
        Fichier apres = Fichier.of(difference.replace('\\', '|'));
        ResultatImport resultat = accepted(apres);
        assertThat(changes(resultat)).containsExactly(changement.replace('\\', '|'));
        assertThat(resultat.modifiees()).isEqualTo(1);
        assertThat(resultat.nouvelles()).isZero();

        ResultatImport encore = accepted(apres);
        assertThat(encore.inchangees()).isEqualTo(1);
        assertThat(encore.changements()).isEmpty();
    }

    @Test
    void a_marche_may_join_an_operation_and_leave_it_for_another() {
        accepted(Fichier.of());
        assertThat(changes(accepted(Fichier.of("operation=Grand Quai", "operation_objectif=1000"))))
                .containsExactly("2 operation  → Grand Quai");
        assertThat(changes(accepted(
                        Fichier.of("operation=Grand Quai", "operation_objectif=1500", "operation_type=PROGRAMME"))))
                .containsExactly("2 operation_objectif 1000,00 → 1500,00", "2 operation_type OPERATION → PROGRAMME");
        assertThat(changes(accepted(Fichier.of("operation=Petit Quai"))))
                .containsExactly("2 operation Grand Quai → Petit Quai");
    }

    @Test
    void every_line_that_says_a_change_is_modified_and_a_blank_one_is_not() {
        accepted(Fichier.of().and("mois=2021-02").and("mois=2021-03", "marche_objet="));
        ResultatImport resultat = accepted(Fichier.of("marche_objet=Extension")
                .and("mois=2021-02", "marche_objet=Extension")
                .and("mois=2021-03", "marche_objet="));
        assertThat(resultat.modifiees()).isEqualTo(2);
        assertThat(resultat.inchangees()).isEqualTo(1);
        assertThat(resultat.changements())
                .singleElement()
                .satisfies(c -> assertThat(c.lignes()).isEqualTo(2));
    }

    @Test
    void a_line_that_adds_is_new_even_if_it_changes() {
        accepted(Fichier.of());
        ResultatImport resultat = accepted(Fichier.of("heures=90").and("mois=2021-02"));
        assertThat(resultat.nouvelles()).isEqualTo(1);
        assertThat(resultat.modifiees()).isEqualTo(1);
    }

    @Test
    void a_blank_takes_nothing_away() {
        accepted(Fichier.of("lot_objet=Un", "statut=REJETEE", "charte_sba=OUI", "entreprise_role=SOUS_TRAITANT"));
        ResultatImport resultat = accepted(Fichier.of(
                "marche_objet=",
                "obligation=",
                "entreprise_type=",
                "sexe=",
                "commune_insee=",
                "metropole=",
                "qpv=",
                "diplome=",
                "prescripteur=",
                "contrat_type=",
                "contrat_fin=",
                "contrat_debut=02/11/2020"));
        assertThat(resultat.changements()).isEmpty();
        assertThat(resultat.inchangees()).isEqualTo(1);
        assertThat(
                        text(
                                "select role || statut from participation p join releve_heures r using (structure_id) where structure_id = ?"))
                .isEqualTo("SOUS_TRAITANTREJETEE");
    }

    @Test
    void a_correction_is_in_the_journal_under_its_author() {
        long auteur = jdbc.sql(
                        "insert into utilisateur (structure_id, email, nom) values (?, 'auteur@exemple.fr', 'Autrice') returning id")
                .param(structure)
                .query(Long.class)
                .single();
        accepted(Fichier.of());
        reprises.importerReprise(Fichier.of("obligation=450").write(), structure, auteur, false);
        assertThat(
                        texts(
                                "select auteur_id || ' ' || table_nom || ' ' || (avant ->> 'heures') || ' ' || (apres ->> 'heures') from journal where structure_id = ?"))
                .containsExactly(auteur + " mouvement_obligation 400.00 450.00");
        assertThat(texts("select nature || ' ' || date_effet from mouvement_obligation where structure_id = ?"))
                .containsExactly("INITIAL 2020-01-01");
    }

    @Test
    void an_obligation_is_effective_on_the_notification_and_moves_with_it() {
        accepted(Fichier.of());
        assertThat(accepted(Fichier.of("marche_notification=01/02/2020")).modifiees())
                .isEqualTo(1);
        assertThat(text("select date_effet from mouvement_obligation where structure_id = ?"))
                .isEqualTo("2020-02-01");
    }

    @Test
    void a_charter_is_signed_dated_and_withdrawn() {
        accepted(Fichier.of());
        assertThat(changes(accepted(Fichier.of("charte_sba=OUI")))).containsExactly("2 charte_sba NON → OUI");
        assertThat(
                        text(
                                "select charte || coalesce(debut::text, ' toujours') from signature_charte where structure_id = ?"))
                .isEqualTo("SBA toujours");
        assertThat(changes(accepted(Fichier.of("charte_sba=OUI", "charte_sba_debut=01/01/2018"))))
                .containsExactly("2 charte_sba_debut  → 01/01/2018");
        assertThat(accepted(Fichier.of("charte_sba=OUI")).inchangees()).isEqualTo(1);
        assertThat(accepted(Fichier.of("charte_sba=")).inchangees()).isEqualTo(1);
        assertThat(changes(accepted(Fichier.of("charte_sba=NON")))).containsExactly("2 charte_sba OUI → NON");
        assertThat(count("signature_charte")).isZero();
        assertThat(accepted(Fichier.of("charte_sba=NON")).inchangees()).isEqualTo(1);
    }

    @Test
    void of_several_spellings_the_stored_one_is_kept() {
        Fichier deux = Fichier.of()
                .and(
                        "mois=2021-02",
                        "donneur_ordre=VILLE DE RIVIERE",
                        "famille=GROS-ŒUVRE",
                        "nom=ANGEL",
                        "entreprise=MACONS  REUNIS");
        accepted(deux);
        assertThat(text("select nom from donneur_ordre where structure_id = ?")).isEqualTo("Ville de Rivière");
        assertThat(accepted(deux).inchangees()).isEqualTo(2);
    }

    @Test
    void a_second_role_is_added_when_the_file_gives_two() {
        accepted(Fichier.of("entreprise_role=TITULAIRE"));
        accepted(Fichier.of("entreprise_role=TITULAIRE").and("mois=2021-02", "entreprise_role=SOUS_TRAITANT"));
        assertThat(texts("select role from participation where structure_id = ? order by role"))
                .containsExactly("SOUS_TRAITANT", "TITULAIRE");
    }

    @Test
    void a_company_without_siren_receives_the_one_that_comes_under_its_name() {
        accepted(Fichier.of("entreprise_siren="));
        assertThat(changes(accepted(Fichier.of()))).containsExactly("2 entreprise_siren  → 999000011");
        assertThat(accepted(Fichier.of("entreprise_siren=")).inchangees()).isEqualTo(1);
        assertThat(count("entreprise")).isEqualTo(1);
    }

    @Test
    void people_and_contracts_without_reference_are_known_by_what_they_are() {
        Fichier sans = Fichier.of("beneficiaire_ref=", "contrat_ref=")
                .and("mois=2021-02", "beneficiaire_ref=", "contrat_ref=", "nom=ANGEL");
        accepted(sans);
        assertThat(count("beneficiaire")).isEqualTo(1);
        assertThat(count("contrat_insertion")).isEqualTo(1);
        assertThat(accepted(sans).inchangees()).isEqualTo(2);
        assertThat(changes(accepted(Fichier.of()))).containsExactly("2 beneficiaire_ref  → B1", "2 contrat_ref  → C1");
        assertThat(accepted(sans).inchangees()).isEqualTo(2);
        // Another modality, employer or start makes another contract.
        assertThat(accepted(Fichier.of("contrat_ref=", "contrat_debut=03/11/2020", "mois=2021-03"))
                        .nouvelles())
                .isEqualTo(1);
        assertThat(count("contrat_insertion")).isEqualTo(2);
    }

    @Test
    void homonyms_that_were_confirmed_are_told_apart_by_reference() {
        accepted(Fichier.of());
        jdbc.sql(
                        "insert into beneficiaire (structure_id, reference, nom, prenom, naissance, rang_homonyme, motif_homonyme) values (?, 'B2', 'Angel', 'Zoé', '1998-04-03', 1, 'jumelle')")
                .param(structure)
                .update();
        assertThat(accepted(Fichier.of("beneficiaire_ref=B2", "contrat_ref=C2", "heures=10"))
                        .nouvelles())
                .isEqualTo(1);
        assertThat(errors(Fichier.of("beneficiaire_ref=", "contrat_ref="))).containsExactly("2 beneficiaire_ref ");
    }

    @Test
    void entries_open_windows_that_the_next_one_cuts() {
        accepted(Fichier.of("entree="));
        assertThat(windows()).containsExactly("2020-11-02 2022-11-01");
        accepted(Fichier.of("entree=01/06/2021", "mois=2021-06"));
        assertThat(windows()).containsExactly("2020-11-02 2021-05-31", "2021-06-01 2023-05-31");
        ResultatImport plusTot = accepted(Fichier.of(
                "entree=15/01/2019", "contrat_ref=C0", "contrat_debut=15/01/2019", "contrat_fin=", "mois=2019-02"));
        assertThat(plusTot.nouvelles()).isEqualTo(1);
        assertThat(windows())
                .containsExactly("2019-01-15 2020-11-01", "2020-11-02 2021-05-31", "2021-06-01 2023-05-31");
    }

    @Test
    void a_prolonged_window_stays_so_until_another_begins() {
        accepted(Fichier.of());
        jdbc.sql("update entree set fin = '2023-11-01' where structure_id = ?")
                .param(structure)
                .update();
        accepted(Fichier.of("heures=50"));
        assertThat(windows()).containsExactly("2020-11-02 2023-11-01");
        ResultatImport resultat = accepted(Fichier.of(
                "entree=01/10/2021", "contrat_ref=C2", "contrat_debut=01/10/2021", "contrat_fin=", "mois=2021-10"));
        assertThat(windows()).containsExactly("2020-11-02 2021-09-30", "2021-10-01 2023-09-30");
        assertThat(changes(resultat)).containsExactly("2 entree 01/11/2023 → 30/09/2021");
    }

    @Test
    void the_length_of_a_window_is_the_structures_on_that_day() {
        jdbc.sql(
                        "insert into parametre_eligibilite (structure_id, date_effet, mois) values (?, '2015-01-01', 12), (?, '2020-12-01', 36)")
                .params(structure, structure)
                .update();
        accepted(Fichier.of(
                        "entree=15/01/2019",
                        "contrat_ref=C0",
                        "contrat_debut=15/01/2019",
                        "contrat_fin=",
                        "mois=2019-02")
                .and("entree=01/12/2020")
                .and(
                        "entree=01/01/2014",
                        "contrat_ref=C9",
                        "contrat_debut=01/01/2014",
                        "contrat_fin=",
                        "mois=2014-02",
                        "lot=3"));
        assertThat(windows())
                .containsExactly("2014-01-01 2015-12-31", "2019-01-15 2020-01-14", "2020-12-01 2023-11-30");
    }

    @Test
    void a_month_confirmed_without_hours_has_some_after_all() {
        accepted(Fichier.of());
        jdbc.sql(
                        "insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois) select structure_id, contrat_id, lot_id, '2021-02-01' from releve_heures where structure_id = ?")
                .param(structure)
                .update();
        accepted(Fichier.of("mois=2021-02"));
        assertThat(count("mois_sans_heure")).isZero();
    }

    @Test
    void two_structures_do_not_mix() {
        accepted(Fichier.of());
        long autre = jdbc.sql("insert into structure (nom) values ('Autre') returning id")
                .query(Long.class)
                .single();
        ResultatImport resultat =
                reprises.importerReprise(Fichier.of("heures=90").write(), autre, null, false);
        assertThat(resultat.nouvelles()).isEqualTo(1);
        assertThat(resultat.changements()).isEmpty();
        assertThat(text("select heures from releve_heures where structure_id = ?"))
                .isEqualTo("100.00");
    }

    private java.util.List<String> windows() {
        return texts("select debut || ' ' || fin from entree where structure_id = ? order by debut");
    }
}
