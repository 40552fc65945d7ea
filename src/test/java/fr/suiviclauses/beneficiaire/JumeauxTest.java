package fr.suiviclauses.beneficiaire;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static fr.suiviclauses.Connecte.redirection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may already be there is shown before a person is entered twice. */
@ApplicationTest
class JumeauxTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Connecte moi;

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Twins", null), Role.FACILITATEUR);
    }

    /** "Nom, Prénom, JJ/MM/AAAA", and more fields. */
    private MvcTestResult enter(String personne, String... champs) {
        String[] parts = personne.split(",\\s*", -1);
        String[] tous = new String[6 + champs.length];
        System.arraycopy(new String[] {"nom", parts[0], "prenom", parts[1], "naissance", parts[2]}, 0, tous, 0, 6);
        System.arraycopy(champs, 0, tous, 6, champs.length);
        return moi.post("/beneficiaires/nouveau", tous);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dupond, Benoît, 15/01/1990 | BENOIT, DUPOND, 15/01/1990",
                "Dupond, Benoît, 05/01/1990 | Dupond, Benoît, 01/05/1990",
                "Dupond, Benoît, 05/01/1990 | Benoit, Dupond, 01/05/1990",
                "Dupond, Benoît, 15/01/1990 | Dupont, Benoît, 15/01/1990",
                "Dupond, Benoît, 15/01/1990 | Dupond, Benoît, 15/01/1991",
                "Dupond, Benoît, 15/01/1990 | Dupond, Benoît, 16/01/1990",
                "Dupond, Benoît, 15/01/1990 | Dupond, Benoît, 15/11/1990",
                "Ben Saïd, Leïla, 02/03/1985 | BENSAID, Leila, 02/03/1985",
                "Martin, Marie-Claude, 02/03/1985 | Martin, Marie Claude, 03/02/1985",
                "Martin, Marie-Claude, 02/03/1985 | Martin, Marie, 02/03/1985",
                "Nguyen, Thi Lan, 20/07/1978 | Nguyen, Lan, 20/07/1978",
                "Le Goff, Yann, 20/07/1978 | LEGOFF, Yan, 20/07/1978",
                "Moreau, Sophie, 20/07/1978 | Bernard, Sophie, 20/07/1978",
                "Moreau-Petit, Sophie, 20/07/1978 | Petit, Sofie, 20/07/1978",
                "Fernandez, José, 11/12/1969 | Fernandes, Jose, 12/11/1969",
                "O’Brien, Liam, 11/12/1969 | OBRIEN, Liam, 11/12/1969",
                "Traoré, Aminata, 30/09/1995 | Traore, Aminatta, 30/09/1985"
            })
    void likely_twins_are_shown_first_and_nothing_typed_is_lost(String existante, String nouvelle) {
        String fiche = redirection(enter(existante)).replace("/entrees/nouvelle", "");

        MvcTestResult reponse = enter(nouvelle, "telephone", "05 61 00 00 00");

        assertThat(reponse).hasStatus(422);
        assertThat(html(reponse).select(".flash-warn a").attr("href")).isEqualTo(fiche);
        assertThat(html(reponse).select("#nom").val()).isEqualTo(nouvelle.split(",", -1)[0]);
        assertThat(html(reponse).select("#telephone").val()).isEqualTo("05 61 00 00 00");
        assertThat(redirection(enter(nouvelle, "distinct", "oui"))).endsWith("/entrees/nouvelle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dupond, Benoît, 15/01/1990 | Dupond, Benoît, 16/02/1991",
                "Dupond, Benoît, 15/01/1990 | Martin, Claire, 15/01/1990",
                "Dupond, Benoît, 15/01/1990 | Durand, Bernard, 15/01/1971",
                "Martin, Marie, 02/03/1985 | Martin, Jules, 03/02/1986",
                "Martin, Marie, 02/03/1985 | Roux, Ahmed, 03/02/1985",
                "Traoré, Aminata, 30/09/1995 | Traoré, Moussa, 12/04/1995"
            })
    void other_people_are_nobodys_twins(String existante, String nouvelle) {
        redirection(enter(existante));

        assertThat(redirection(enter(nouvelle))).endsWith("/entrees/nouvelle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dupond, Benoît, 15/01/1990 | BENOIT  DUPOND",
                "Saint-Paul, Élodie, 15/01/1990 | Élodie SAINT PAUL",
                "D’Almeida, Zoé, 15/01/1990 | zoe d almeida"
            })
    void the_same_name_and_birth_is_refused_until_a_reason_tells_them_apart(String existante, String prenomNom) {
        redirection(enter(existante));
        int espace = prenomNom.indexOf(' ');
        String memes = prenomNom.substring(espace).strip() + ", " + prenomNom.substring(0, espace) + ", 1990-01-15";

        MvcTestResult refus = enter(memes, "distinct", "oui");
        assertThat(refus).hasStatus(422);
        assertThat(html(refus).select(".flash-warn strong").text()).isEqualTo("Cette personne est déjà enregistrée.");
        assertThat(html(refus).select("#motifHomonyme")).hasSize(1);

        redirection(enter(memes, "motifHomonyme", "Habite Muret, employeur différent"));
        redirection(enter(memes, "motifHomonyme", "Troisième"));
        assertThat(jdbc.sql("select rang_homonyme from beneficiaire where structure_id = ? order by id")
                        .param(moi.structure())
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1, 2);
    }

    @Test
    void a_record_that_would_become_another_by_a_change_is_refused_until_a_reason_is_given() {
        redirection(enter("Dupond, Benoît, 15/01/1990"));
        String fiche = redirection(enter("Martin, Claire, 02/02/1980")).replace("/entrees/nouvelle", "");
        String[] champs = {"nom", "DUPOND", "prenom", "Benoit", "naissance", "15/01/1990", "version", "0"};

        assertThat(moi.post(fiche + "/modifier", champs)).hasStatus(422);
        String[] motive = new String[10];
        System.arraycopy(champs, 0, motive, 0, 8);
        motive[8] = "motifHomonyme";
        motive[9] = "Autre adresse";
        assertThat(redirection(moi.post(fiche + "/modifier", motive))).isEqualTo(fiche);
        assertThat(moi.page(fiche).select(".sheet").text()).contains("Homonyme Autre adresse");
    }

    @Test
    void two_records_never_bear_one_reference() {
        redirection(enter("Dupond, Benoît, 15/01/1990", "reference", "B1"));

        assertThat(error(enter("Martin, Claire, 02/02/1980", "reference", "B1"), "reference"))
                .isEqualTo("Une autre fiche porte déjà cette référence.");
    }
}
