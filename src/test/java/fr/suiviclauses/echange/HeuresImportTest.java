package fr.suiviclauses.echange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.echange.format.Avancement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of contracts that are there already: what is written, and each refusal with its line, column and value. */
class HeuresImportTest extends EssaiReprise {

    private static final String COLONNES =
            "contrat;beneficiaire;nom;prenom;entreprise;donneur_ordre;marche;lot;mois;heures;statut;motif;justification\n";

    /** Zoé has C1 on M-1 lot 1 (Jan. 2021: 100 h) and C2, at another company, on M-1 lots 1 and 2; Léo has a contract without a reference. */
    @BeforeEach
    void reprise() {
        accepted(Fichier.of("contrat_fin=30/06/2021")
                .and(
                        "contrat_ref=C2",
                        "employeur=Intérim Solidaire",
                        "mois=2021-02",
                        "heures=40",
                        "contrat_fin=31/12/2021")
                .and(
                        "contrat_ref=C2",
                        "employeur=Intérim Solidaire",
                        "mois=2021-02",
                        "heures=10",
                        "contrat_fin=31/12/2021",
                        "lot=2")
                .and(
                        "contrat_ref=",
                        "beneficiaire_ref=",
                        "nom=Martin",
                        "prenom=Léo",
                        "naissance=01/02/1990",
                        "mois=2021-03"));
    }

    @Test
    void what_is_blank_in_the_file_is_left_and_what_is_filled_is_written() {
        ResultatImport resultat =
                heures("C1;;;;;;;;2021-02;100,5;;;", "C1;;;;;;;;2021-03;;;;", "C1;;;;;;;;2021-01;;;;");

        assertThat(resultat.erreurs()).isEmpty();
        assertThat(counts(resultat)).isEqualTo("1 new, 0 changed, 2 same");
        assertThat(changes(resultat)).containsExactly("2 heures  → 100,50");
        assertThat(warnings(resultat)).containsExactly("4 heures ");
        assertThat(stored("C1")).containsExactly("2021-01 100.00 VALIDEE", "2021-02 100.50 VALIDEE");
    }

    @Test
    void the_same_file_again_updates_instead_of_adding() {
        heures("C1;;;;;;;;2021-02;120,5;;;");

        assertThat(counts(heures("C1;;;;;;;;2021-02;120,5;;;"))).isEqualTo("0 new, 0 changed, 1 same");
        ResultatImport corrige = heures("C1;;;;;;;;2021-02;90;DECLAREE;;");

        assertThat(counts(corrige)).isEqualTo("0 new, 1 changed, 0 same");
        assertThat(changes(corrige)).containsExactly("2 heures 120,50 → 90,00", "2 statut VALIDEE → DECLAREE");
        assertThat(stored("C1")).containsExactly("2021-01 100.00 VALIDEE", "2021-02 90.00 DECLAREE");
    }

    @Test
    void zero_confirms_that_a_month_has_no_hours_and_takes_away_those_there_were() {
        ResultatImport resultat = heures("C1;;;;;;;;2021-01;0;VALIDEE;;", "C1;;;;;;;;2021-02;0;;;");

        assertThat(counts(resultat)).isEqualTo("1 new, 1 changed, 0 same");
        assertThat(changes(resultat)).containsExactly("2 heures 100,00 → 0,00", "3 heures  → 0,00");
        assertThat(stored("C1")).isEmpty();
        assertThat(count("mois_sans_heure")).isEqualTo(2);
        assertThat(counts(heures("C1;;;;;;;;2021-01;0;VALIDEE;;"))).isEqualTo("0 new, 0 changed, 1 same");

        ResultatImport retour = heures("C1;;;;;;;;2021-01;80;DECLAREE;;");
        assertThat(changes(retour)).containsExactly("2 heures 0,00 → 80,00");
        assertThat(stored("C1")).containsExactly("2021-01 80.00 DECLAREE");
        assertThat(count("mois_sans_heure")).isEqualTo(1);
    }

    @Test
    void a_contract_without_a_reference_is_named_by_its_number_and_never_one_of_another_structure() {
        long leo = jdbc.sql("select id from contrat_insertion where structure_id = ? and reference is null")
                .param(structure)
                .query(Long.class)
                .single();
        assertThat(counts(heures("#" + leo + ";;Martin;Léo;;;;;2021-04;50;;;"))).isEqualTo("1 new, 0 changed, 0 same");

        structure = jdbc.sql("insert into structure (nom) values ('Ailleurs') returning id")
                .query(Long.class)
                .single();
        assertThat(refusals("#" + leo + ";;;;;;;;2021-05;50;;;", "C1;;;;;;;;2021-05;50;;;"))
                .containsExactly(
                        "2 contrat #" + leo + " : Aucun contrat de la structure n’a cette référence.",
                        "3 contrat C1 : Aucun contrat de la structure n’a cette référence.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "C9;;;;;;;;2021-02;1;;; > contrat C9 : Aucun contrat de la structure n’a cette référence.",
                "#99999999999999999;;;;;;;;2021-02;1;;; > contrat #99999999999999999 : Aucun contrat",
                ";;;;;;;;2021-02;1;;; > contrat  : Cette valeur est obligatoire.",
                "C1;;;;;;;;;1;;; > mois  : Cette valeur est obligatoire.",
                "C1;B9;;;;;;;2021-02;1;;; > beneficiaire B9 : Ce contrat est celui du bénéficiaire « B1 ».",
                "C1;;Martin;;;;;;2021-02;1;;; > nom Martin : Ce contrat est celui de « Ângel Zoé ».",
                "C1;;;Léo;;;;;2021-02;1;;; > prenom Léo : Ce contrat est celui de « Ângel Zoé ».",
                "C1;;;;Autre;;;;2021-02;1;;; > entreprise Autre : L’employeur de ce contrat est « Maçons Réunis ».",
                "C1;;;;;;M-2;;2021-02;1;;; > marche M-2 : Ce contrat n’a pas ce lot. Les siens : ",
                "C1;;;;;;M-1;2;2021-02;1;;; > lot 2 : Ce contrat n’a pas ce lot. Les siens : ",
                "C1;;;;;Ailleurs;M-1;1;2021-02;1;;; > donneur_ordre Ailleurs : Ce contrat n’a pas ce lot. Les siens : ",
                "C2;;;;;;;;2021-03;1;;; > marche  : Ce contrat a plusieurs lots : indiquez marche et lot.",
                "C2;;;;;;M-1;;2021-03;1;;; > lot  : Ce contrat a plusieurs lots : indiquez marche et lot.",
                "C1;;;;;;;;2020-10;1;;; > mois 2020-10 : Ce mois est avant le début du contrat (02/11/2020).",
                "C1;;;;;;;;2021-07;1;;; > mois 2021-07 : Ce mois est après la fin du contrat (30/06/2021).",
                "C2;;;;;;M-1;1;2022-02;1;;; > mois 2022-02 : Ce mois est dans le futur.",
                "C1;;;;;;;;2021-13;1;;; > mois 2021-13 : Le mois va de 01 à 12.",
                "C1;;;;;;;;2021-02;1.234;;; > heures 1.234 : Nombre ambigu",
                "C1;;;;;;;;2021-02;-3;;; > heures -3 : Un nombre négatif n’est pas accepté ici.",
                "C1;;;;;;;;2021-02;744,01;;; > heures 744,01 : Des heures dans un mois vont de 0 (aucune, c’est confirmé) à 744.",
                "C1;;;;;;;;2021-02;douze;;; > heures douze : Nombre illisible",
                "C1;;;;;;;;2021-02;1;PAYEE;; > statut PAYEE : Valeur inconnue",
                "C1;;;;;;;;2021-02;1;REJETEE;; > motif  : Un rejet demande un motif.",
                "C1;;;;;;;;2021-02;300;;; > justification  : Cette personne aurait 350,00 h en 02/2021, dont 50,00 h hors de ce fichier, au-delà de 212,6 h",
                "C1;;;;;;;;2021-02;700;;; > heures 700 : Cette personne aurait 750,00 h en 02/2021, dont 50,00 h déjà enregistrées : un mois n’en a que 744.",
                "C1;;;;;;;;2021-02;1;;;2 55 08 14 168 025 38 > justification •••••• : "
            })
    void a_line_is_refused_at_its_column_with_the_value_seen(String ligne, String attendu) {
        List<String> erreurs = refusals("C1;;;;;;;;2021-04;7;;;", ligne);
        assertThat(erreurs).hasSize(1);
        assertThat(erreurs.get(0).replace('\u00a0', ' ')).startsWith("3 " + attendu);
        assertThat(stored("C1")).as("all or nothing").containsExactly("2021-01 100.00 VALIDEE");
    }

    @Test
    void the_same_month_twice_is_refused() {
        assertThat(refusals("C1;;;;;;;;2021-02;7;;;", "C1;;;;;;M-1;1;02/2021;8;;;"))
                .containsExactly(
                        "3 mois 02/2021 : Les lignes 2 et 3 donnent deux fois les heures du même contrat, du même lot et du même mois.");
    }

    @Test
    void a_closed_year_no_longer_changes() {
        jdbc.sql("insert into arrete_annuel (structure_id, annee, etat, arrete_le) values (?, 2021, 'ARRETE', now())")
                .param(structure)
                .update();
        assertThat(refusals("C1;;;;;;;;2021-02;7;;;")).hasSize(1).allMatch(e -> e.contains("L’année 2021 est arrêtée"));
        assertThat(counts(heures("C1;;;;;;;;2021-01;100;;;"))).isEqualTo("0 new, 0 changed, 1 same");
    }

    /** Scenario 3: 130 h and 95 h, each plausible alone. */
    @Test
    void more_than_forty_eight_hours_a_week_over_all_contracts_need_a_justification_on_one_line() {
        String[] sans = {"C1;;;;;;;;2021-04;130;;;", "C2;;;;;;M-1;1;2021-04;95;;;"};
        assertThat(refusals(sans))
                .containsExactly(
                        "3 justification  : Cette personne aurait 225,00 h en 04/2021, au-delà de 212,6 h (48 h par semaine) : indiquez pourquoi.");

        ResultatImport justifie = heures("C1;;;;;;;;2021-04;130;;;Deux temps partiels", sans[1]);
        assertThat(justifie.erreurs()).isEmpty();
        assertThat(warnings(justifie)).contains("3 heures 95");
        assertThat(jdbc.sql("select justification from releve_heures where structure_id = ? and heures = 130")
                        .param(structure)
                        .query(String.class)
                        .single())
                .isEqualTo("Deux temps partiels");
        assertThat(counts(heures(sans))).as("unchanged, nothing is asked").isEqualTo("0 new, 0 changed, 2 same");
    }

    @Test
    void what_the_reprise_brought_without_justification_asks_for_none_until_it_changes() {
        accepted(Fichier.of("mois=2021-05", "heures=220"));
        assertThat(counts(heures("C1;;;;;;;;2021-05;220;;;"))).isEqualTo("0 new, 0 changed, 1 same");
        assertThat(refusals("C1;;;;;;;;2021-05;221;;;")).hasSize(1).allMatch(e -> e.startsWith("2 justification"));
    }

    @Test
    void a_full_time_month_passed_the_marche_s_dates_and_the_eligibility_warn() {
        assertThat(warnings(heures("C1;;;;;;;;2021-04;151,67;;;"))).isEmpty();
        assertThat(warnings(heures("C1;;;;;;;;2021-05;151,68;;;"))).containsExactly("2 heures 151,68");
        jdbc.sql("update marche set date_fin = '2021-05-31' where structure_id = ?")
                .param(structure)
                .update();
        jdbc.sql("update entree set fin = '2021-05-31' where structure_id = ?")
                .param(structure)
                .update();
        assertThat(warnings(heures("C1;;;;;;;;2021-06;10;;;"))).containsExactly("2 mois 2021-06", "2 mois 2021-06");
        assertThat(warnings(heures("C1;;;;;;;;2021-06;0;;;"))).isEmpty();
    }

    @Test
    void a_rejection_keeps_its_reason_and_loses_it_with_the_rejection() {
        heures("C1;;;;;;;;2021-01;;REJETEE;Bulletin manquant;");
        assertThat(motifs()).containsExactly("REJETEE Bulletin manquant");
        assertThat(counts(heures("C1;;;;;;;;2021-01;100;REJETEE;Bulletin manquant;")))
                .isEqualTo("0 new, 0 changed, 1 same");
        heures("C1;;;;;;;;2021-01;100;VALIDEE;Bulletin manquant;");
        assertThat(motifs()).containsExactly("VALIDEE");
    }

    @Test
    void a_file_of_the_past_still_writes_over_a_month_confirmed_without_hours() {
        heures("C1;;;;;;;;2021-02;0;;;");
        accepted(Fichier.of("mois=2021-02", "heures=12"));
        assertThat(stored("C1")).contains("2021-02 12.00 VALIDEE");
        assertThat(count("mois_sans_heure")).isZero();
    }

    @Test
    void a_file_prepared_before_its_records_were_merged_is_still_right() {
        jdbc.sql("""
                        insert into donneur_ordre (structure_id, nom, nature, actif, fusionne_dans)
                        select structure_id, 'Commune de Rivière', nature, false, id from donneur_ordre where structure_id = ?""").param(structure).update();
        jdbc.sql("""
                        insert into beneficiaire (structure_id, reference, nom, prenom, naissance, actif, fusionne_dans)
                        select structure_id, 'B0', 'Angell', 'Zoë-Marie', naissance, false, id from beneficiaire where structure_id = ? and reference = 'B1'""").param(structure).update();
        String ligne = "C1;B0;ANGELL;Zoe Marie;;Commune de Riviere;M-1;1;2021-02;5;;;";
        assertThat(counts(heures(ligne))).isEqualTo("1 new, 0 changed, 0 same");
        assertThat(refusals(ligne.replace("ANGELL", "MARTIN"))).hasSize(1);
    }

    private List<String> motifs() {
        return texts(
                "select rtrim(r.statut || ' ' || coalesce(r.motif, '')) from releve_heures r join contrat_insertion c on c.id = r.contrat_id where r.structure_id = ? and c.reference = 'C1'");
    }

    private ResultatImport heures(String... lignes) {
        return reprises.importerHeures(
                Fichier.write(COLONNES + String.join("\n", lignes) + "\n"),
                structure,
                null,
                null,
                false,
                Avancement.SILENCIEUX);
    }

    private List<String> refusals(String... lignes) {
        return heures(lignes).erreurs().stream()
                .map(e -> brief(e) + " : " + e.message().replace('\u00a0', ' '))
                .toList();
    }

    private List<String> stored(String contrat) {
        return jdbc.sql("""
                        select to_char(r.mois, 'YYYY-MM') || ' ' || r.heures || ' ' || r.statut
                          from releve_heures r join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                         where r.structure_id = ? and c.reference = ? order by r.mois""").param(structure).param(contrat).query(String.class).list();
    }

    private static String counts(ResultatImport resultat) {
        assertThat(resultat.erreurs()).isEmpty();
        return resultat.nouvelles() + " new, " + resultat.modifiees() + " changed, " + resultat.inchangees() + " same";
    }
}
