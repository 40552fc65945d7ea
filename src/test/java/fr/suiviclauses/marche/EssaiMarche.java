package fr.suiviclauses.marche;

import static fr.suiviclauses.Connecte.redirection;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the tests of marchés share: a structure of their own with a buyer, two families, a company. */
@ApplicationTest
abstract class EssaiMarche {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    Connecte moi;
    long donneur;
    long famille;
    long entreprise;

    @BeforeEach
    void openStructure() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Marchés", null), Role.FACILITATEUR);
        donneur = insert("donneur_ordre (structure_id, nom, nature)", "'Ville de Rivière', 'PUBLIC'");
        famille = insert("famille_achat (structure_id, nom, groupe)", "'Gros œuvre', 'Bâtiment'");
        entreprise = insert("entreprise (structure_id, nom, siren)", "'Maçons Réunis', '999000011'");
    }

    long insert(String table, String valeurs) {
        return jdbc.sql("insert into " + table + " values (:s, " + valeurs + ") returning id")
                .param("s", moi.structure())
                .query(Long.class)
                .single();
    }

    /** The form of a marché of works with its lot, and what a test changes in it: names and values in turn. */
    MvcTestResult create(String... autres) {
        List<String> champs = new ArrayList<>(List.of(
                "donneur",
                Long.toString(donneur),
                "reference",
                "2021-14",
                "objet",
                "Rénovation de l’école",
                "type",
                "TRAVAUX",
                "forme",
                "ORDINAIRE",
                "notification",
                "01/01/2021",
                "fin",
                "31/12/2022",
                "numero",
                "1",
                "famille",
                Long.toString(famille),
                "clauses",
                "CONDITION_EXECUTION",
                "obligation",
                "1 000"));
        for (int i = 0; i < autres.length; i += 2) {
            int rang = champs.indexOf(autres[i]);
            if (rang >= 0 && !autres[i].equals("clauses")) {
                champs.set(rang + 1, autres[i + 1]);
            } else {
                champs.add(autres[i]);
                champs.add(autres[i + 1]);
            }
        }
        return moi.post("/marches/nouveau", champs.toArray(String[]::new));
    }

    /** Where the page of a new marché is. */
    String marche(String... autres) {
        return redirection(create(autres));
    }

    /** The address of a marché's first lot. */
    static String lot(Document fiche) {
        return fiche.select(".onward a[href$=/effort]").get(0).attr("href").replace("/effort", "");
    }

    String lot(String marche) {
        return lot(moi.page(marche));
    }

    /** A link as the tester takes it, which encodes it again. */
    static String decoded(String lien) {
        return URLDecoder.decode(lien, StandardCharsets.UTF_8);
    }

    static long id(String adresse) {
        return Long.parseLong(adresse.replaceAll("\\D", ""));
    }

    MvcTestResult move(String lot, String nature, String date, String heures, String... autres) {
        String presents = moi.page(lot + "/mouvements/nouveau")
                .select("[name=mouvements]")
                .val();
        List<String> champs =
                new ArrayList<>(List.of("nature", nature, "dateEffet", date, "heures", heures, "mouvements", presents));
        champs.addAll(List.of(autres));
        return moi.post(lot + "/mouvements/nouveau", champs.toArray(String[]::new));
    }

    /** Something for the one signed in to do. */
    void plan(String marche, String libelle, String echeance) {
        redirection(moi.post(
                marche + "/actions/nouvelle",
                "libelle",
                libelle,
                "echeance",
                echeance,
                "responsable",
                Long.toString(moi.moi().id())));
    }

    /** Of the company, on a marché's first lot. */
    void role(String marche, String role, String part) {
        redirection(moi.post(
                lot(marche) + "/participations/nouvelle",
                "entreprise",
                Long.toString(entreprise),
                "role",
                role,
                "part",
                part));
    }

    /** Somebody's hours on a lot, one row a month from the first on: counted from November 2020 to October 2022. */
    void work(long lot, String nom, String premier, double... heures) {
        long personne = insert(
                "beneficiaire (structure_id, nom, prenom, naissance)", "'" + nom + "', 'Zoé', date '1990-01-01'");
        insert(
                "entree (structure_id, beneficiaire_id, debut, fin)",
                personne + ", date '2020-11-02', date '2022-11-01'");
        long contrat = insert(
                "contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)",
                personne + ", " + entreprise + ", 'EMBAUCHE_DIRECTE', date '2019-01-01'");
        for (int i = 0; i < heures.length; i++) {
            insert(
                    "releve_heures (structure_id, contrat_id, lot_id, mois, heures)",
                    contrat + ", " + lot + ", (date '" + premier + "' + interval '" + i + " month')::date, "
                            + heures[i]);
        }
    }
}
