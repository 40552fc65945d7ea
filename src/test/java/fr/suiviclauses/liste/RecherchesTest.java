package fr.suiviclauses.liste;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.RequetesComptees;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Lists: every one is found by name, reference, SIREN, SIRET and person, whatever accents and case. */
@ApplicationTest
class RecherchesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    /**
     * Two of each, which nothing links: Éloïse works for the Maçons on the Ville's marché of the Tram, Kévin for the Jardins
     * on the Région's of the Gare. Éloïse has hours, Kévin is but expected.
     */
    @BeforeEach
    void seed() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Recherches", null), Role.FACILITATEUR);
        jdbc.sql("""
                with f as (insert into famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment') returning id),
                d as (insert into donneur_ordre (structure_id, nom, nature) values (:s, 'Ville de Rivière', 'PUBLIC'), (:s, 'Région Sud', 'PUBLIC') returning id, nom),
                ds as (insert into donneur_ordre_siret (structure_id, donneur_ordre_id, siret)
                       select :s, id, '73282932000074' from d where nom = 'Ville de Rivière'),
                o as (insert into operation (structure_id, nom) values (:s, 'Tram Ouest'), (:s, 'Gare Nord') returning id, nom),
                m as (insert into marche (structure_id, donneur_ordre_id, operation_id, reference, type, date_notification)
                      select :s, d.id, o.id, case o.nom when 'Tram Ouest' then 'TRAM-21' else 'GARE-07' end, 'TRAVAUX', date '2021-01-01'
                        from d, o where (d.nom = 'Région Sud') = (o.nom = 'Gare Nord') returning id, reference),
                l as (insert into lot (structure_id, marche_id, famille_id, objet)
                      select :s, m.id, f.id, case m.reference when 'TRAM-21' then 'Voirie' else 'Plantations' end from m, f returning id, objet),
                e as (insert into entreprise (structure_id, nom, siren) values (:s, 'Maçons Réunis', '999000011'), (:s, 'Jardins Clairs', null) returning id, nom),
                es as (insert into entreprise_siret (structure_id, entreprise_id, siret)
                       select :s, id, '13000548100010' from e where nom = 'Maçons Réunis'),
                p as (insert into participation (structure_id, lot_id, entreprise_id)
                      select :s, l.id, e.id from l, e where (l.objet = 'Voirie') = (e.nom = 'Maçons Réunis')),
                b as (insert into beneficiaire (structure_id, nom, prenom, naissance)
                      values (:s, 'Dupré', 'Éloïse', date '1990-01-02'), (:s, 'Le Goff', 'Kévin', date '1991-01-02') returning id, nom),
                c as (insert into contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut, reference)
                      select :s, b.id, e.id, 'EMBAUCHE_DIRECTE', date '2021-01-04', case b.nom when 'Dupré' then 'CT-900' else 'CT-800' end
                        from b, e where (b.nom = 'Dupré') = (e.nom = 'Maçons Réunis') returning id, reference),
                r as (insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                      select :s, c.id, l.id, date '2021-03-01', 12 from c, l where c.reference = 'CT-900' and l.objet = 'Voirie')
                insert into affectation (structure_id, contrat_id, lot_id)
                select :s, c.id, l.id from c, l where c.reference = 'CT-800' and l.objet = 'Plantations'""").param("s", moi.structure()).update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /marches          | TRAM-21          | tram-21, ville riviere, VOIRIE, macons, 999000011, 13000548100010, 732829320, eloise, dupre éloïse
            /marches          | GARE-07          | gare-07, region, jardins, goff, KEVIN le
            /entreprises      | Maçons Réunis    | macons, 999000011, 130005481, tram-21, dupre
            /entreprises      | Jardins Clairs   | clairs, gare-07, kevin
            /donneurs-ordres  | Ville de Rivière | riviere, 73282932000074, tram-21, dupre
            /donneurs-ordres  | Région Sud       | region, gare-07, le goff
            /operations       | Tram Ouest       | ouest, tram-21, riviere, macons, 999000011, 13000548100010, dupre
            /operations       | Gare Nord        | NORD gare, gare-07, region, jardins, kevin
            /contrats         | Dupré Éloïse     | dupre, macons, 999000011, 130005481, tram-21, ct-900
            /contrats         | Le Goff Kévin    | goff, jardins, gare-07, ct-800
            /beneficiaires    | Dupré Éloïse     | eloise, macons, 999000011, 130005481, tram-21, ct-900
            /beneficiaires    | Le Goff Kévin    | goff, jardins, gare-07, ct-800
            """)
    void a_list_is_found_by_whoever_it_is_about(String liste, String ligne, String mots) {
        for (String q : mots.split(", ", -1)) {
            assertThat(moi.page(liste + "?q=" + q).select("tbody th").eachText())
                    .as(q)
                    .containsExactly(ligne);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /entreprises              | FACILITATEUR   | entreprise (structure_id, nom) select :s, concat('Entreprise ', i)
            /operations               | FACILITATEUR   | operation (structure_id, nom) select :s, concat('Opération ', i)
            /agregats                 | FACILITATEUR   | agregat_declare (structure_id, libelle, annee) select :s, concat('Réseau ', i), 2020
            /nomenclatures/familles   | ADMINISTRATEUR | famille_achat (structure_id, nom, groupe) select :s, concat('Famille ', i), 'Bâtiment'
            """)
    void a_list_takes_as_many_statements_for_many_rows(String liste, Role role, String lignes) {
        Connecte qui = Connecte.to(mvc, comptes, moi.structure(), role);
        String ecriture = "insert into " + lignes + " from generate_series(:du, :au) i";
        jdbc.sql(ecriture)
                .param("s", moi.structure())
                .param("du", 1)
                .param("au", 1)
                .update();
        long peu = RequetesComptees.during(() -> qui.page(liste));
        jdbc.sql(ecriture)
                .param("s", moi.structure())
                .param("du", 2)
                .param("au", 31)
                .update();

        assertThat(RequetesComptees.during(() -> qui.page(liste))).isEqualTo(peu);
        assertThat(qui.page(liste).select("tbody tr")).hasSizeGreaterThanOrEqualTo(31);
    }

    /** Which records there are is seen at once; their hours follow, asked for by the page itself. */
    @Test
    void while_she_types_the_rows_come_first_and_what_is_long_to_sum_up_follows() {
        jdbc.sql("""
                insert into entree (structure_id, beneficiaire_id, debut, fin)
                select structure_id, id, date '2021-01-01', date '2022-12-31' from beneficiaire where structure_id = :s""").param("s", moi.structure()).update();
        Document frappe = moi.typing("/donneurs-ordres?q=riviere");
        assertThat(frappe.select("tbody tr").eachText()).containsExactly("Ville de Rivière Public 1");
        assertThat(frappe.select("#liste-lignes").attr("aria-busy")).isEqualTo("true");
        assertThat(frappe.select("#liste-lignes").attr("data-hx-trigger")).isEqualTo("load");

        Document suite = moi.page(frappe.select("#liste-lignes").attr("data-hx-get"));
        assertThat(suite.select("#liste-lignes tbody tr").eachText())
                .containsExactly("Ville de Rivière Public 1 12,00 mars 2021");
        assertThat(suite.select("[aria-busy], #liste-lignes[data-hx-get]")).isEmpty();
        assertThat(frappe.select(".list-count").text())
                .isEqualTo(suite.select(".list-count").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/donneurs-ordres?q=riviere&tri=-heures", "/operations?q=introuvable", "/agregats?q=reseau"})
    void nothing_follows_where_the_rows_are_sorted_by_it_or_there_is_none(String adresse) {
        assertThat(moi.typing(adresse).select("[aria-busy], #liste [data-hx-get]"))
                .isEmpty();
        assertThat(moi.typing(adresse)
                        .select("#liste .list-count, #liste tbody")
                        .text())
                .isEqualTo(moi.page(adresse)
                        .select("#liste .list-count, #liste tbody")
                        .text());
    }

    /** The last page, where rows were taken away since; none is no page. */
    @Test
    void a_page_beyond_the_last_is_the_last() {
        assertThat(moi.page("/donneurs-ordres?page=7").select("tbody th").eachText())
                .containsExactly("Région Sud", "Ville de Rivière");
        assertThat(moi.page("/donneurs-ordres?page=7&q=introuvable")
                        .select("main")
                        .text())
                .contains("Rien ne correspond.");
    }

    @Test
    void a_word_that_more_than_five_hundred_people_have_names_nobody() {
        jdbc.sql("""
                insert into beneficiaire (structure_id, nom, prenom, naissance)
                select :s, 'Homonyme', 'Dupré', date '1980-01-01' + i from generate_series(1, 499) i""").param("s", moi.structure()).update();
        assertThat(moi.page("/marches?q=dupre").select("tbody th").eachText()).containsExactly("TRAM-21");

        jdbc.sql(
                        "insert into beneficiaire (structure_id, nom, prenom, naissance) values (:s, 'Homonyme', 'Dupré', '1979-01-01')")
                .param("s", moi.structure())
                .update();
        assertThat(moi.page("/marches?q=dupre").select("tbody th")).isEmpty();
        assertThat(moi.page("/marches?q=dupre eloise").select("tbody th")).isEmpty();
        assertThat(moi.page("/beneficiaires?q=dupre eloise").select("tbody th").eachText())
                .containsExactly("Dupré Éloïse");
    }
}
