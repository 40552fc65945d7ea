package fr.suiviclauses.heures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.Chantier;
import fr.suiviclauses.Connecte;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What people and spreadsheets put in a cell, and what an address says of a month: accepted as what, or refused. */
@ApplicationTest
class SaisiesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    private Chantier chantier;
    private Connecte moi;
    private String cell;

    @BeforeEach
    void open() {
        chantier = Chantier.open(jdbc, comptes);
        moi = Connecte.to(mvc, comptes, chantier.structure(), Role.FACILITATEUR);
        cell = "h_" + chantier.person("Lefèvre") + "_" + chantier.lot() + "_2021-03";
    }

    /** The check of a cell, and its save, agree. Hundredths; none: refused. {@code ~} stands for a space at either end. */
    @ParameterizedTest
    @CsvSource(nullValues = "refusé", delimiter = '|', textBlock = """
            120                | 12000
            120,5              | 12050
            120.5              | 12050
            120,50             | 12050
            0,01               | 1
            0,25               | 25
            151,67             | 15167
            151.67             | 15167
            ~120,5~            | 12050
            \\u00a0120,5        | 12050
            120,5\\u202f        | 12050
            \\t120              | 12000
            \\ufeff120          | 12000
            7h30               | 750
            7H30               | 750
            7 h 30             | 750
            7\\u00a0h\\u00a030   | 750
            7h20               | 733
            7h40               | 767
            0h01               | 2
            007                | 700
            0                  | 0
            0,00               | 0
            0h00               | 0
            ''                 | vide
            ~                  | vide
            \\u00a0             | vide
            200                | 20000
            763 203,5          | refusé
            763\\u00a0203,5     | refusé
            763\\u202f203,5     | refusé
            763203.5           | refusé
            1\\u2009000         | refusé
            744,01             | refusé
            745                | refusé
            1.234              | refusé
            1,234              | refusé
            1,234.5            | refusé
            1.234,5            | refusé
            12,345             | refusé
            7h60               | refusé
            7h5                | refusé
            7h                 | refusé
            h30                | refusé
            7:30               | refusé
            1e3                | refusé
            1E2                | refusé
            -3                 | refusé
            \\u22123            | refusé
            +3                 | refusé
            \\uff11\\uff12       | refusé
            \\u0661\\u0662       | refusé
            ,5                 | refusé
            5,                 | refusé
            1 2                | refusé
            12 h               | refusé
            abc                | refusé
            NaN                | refusé
            Infinity           | refusé
            0x10               | refusé
            =1+1               | refusé
            1/2                | refusé
            50 %               | refusé
            \\ud83d\\ude00       | refusé
            \\ud83d             | refusé
            \\u202e12\\u202c     | refusé
            \\u05e9\\u05dc       | refusé
            \\u0000             | refusé
            12\\u0000           | refusé
            1 85 05 78 006 084 91 | refusé
            99999999999999999999  | refusé
            """)
    void a_number_is_read_alike_by_the_check_and_by_the_save(String brut, @Nullable String attendu)
            throws UnsupportedEncodingException {
        String texte = text(brut);
        var check = moi.post("/heures/verification", cell, texte);
        assertThat(check).hasStatusOk();
        String json = check.getResponse().getContentAsString();
        int statut = moi.post("/heures?annee=2021&marche=" + chantier.marche(), cell, texte)
                .getResponse()
                .getStatus();
        if (attendu == null) {
            assertThat(json).contains("\"niveau\":\"refusee\"").doesNotContain("\"phrase\":\"\"");
            assertThat(statut).isEqualTo(422);
            assertThat(chantier.hours()).isEmpty();
        } else {
            assertThat(json).contains("\"centiemes\":" + (attendu.equals("vide") ? "null" : attendu));
            assertThat(statut).isEqualTo(302);
            assertThat(chantier.count("releve_heures")).isEqualTo(attendu.matches("vide|0") ? 0 : 1);
            assertThat(chantier.count("mois_sans_heure")).isEqualTo(attendu.equals("0") ? 1 : 0);
        }
    }

    /** Java's escapes, which a text block resolves once too many to be read. */
    private static String text(String brut) {
        StringBuilder texte = new StringBuilder();
        for (int i = 0; i < brut.length(); i++) {
            if (brut.startsWith("\\u", i)) {
                texte.append((char) Integer.parseInt(brut.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (brut.startsWith("\\t", i)) {
                texte.append('\t');
                i++;
            } else {
                texte.append(brut.charAt(i) == '~' ? ' ' : brut.charAt(i));
            }
        }
        return texte.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/heures?annee=2021,200",
        "/heures?annee=1999,200",
        "/heures?annee=,200",
        "/heures?annee=0221,400",
        "/heures?annee=21,400",
        "/heures?annee=2300,400",
        "/heures?annee=20211,400",
        "/heures?annee=２０２１,400",
        "/heures?annee=-2021,400",
        "/heures?annee=abc,400",
        "/heures/mois?mois=2021-12,200",
        "/heures/mois?mois=12/2021,200",
        "/heures/mois?mois=,200",
        "/heures/mois?mois=2021-13,400",
        "/heures/mois?mois=2021-00,400",
        "/heures/mois?mois=2021-1,400",
        "/heures/mois?mois=2021,400",
        "/heures/mois?mois=0221-12,400",
        "/heures/mois?mois=décembre,400",
        "/heures?annee=2021&statut=DECLAREE,200",
        "/heures?annee=2021&statut=AUTRE,400",
        "/heures?annee=2021&page=1,200",
        "/heures?annee=2021&page=99,200",
        "/heures?annee=2021&page=0,400",
        "/heures?annee=2021&page=-1,400",
        "/heures?annee=2021&page=deux,400",
        "/heures?annee=2021&page=99999999999,400",
        "/heures/mois?mois=2021-12&page=9,200",
        "/heures/mois?mois=2021-12&page=,400",
        "/heures?annee=2021&lot=abc,400",
        "/heures?annee=2021&lot=999999999999999999,404",
        "/heures?annee=2021&lot=9999999999999999999,400"
    })
    void an_address_names_a_period_or_is_refused(String adresse, int statut) {
        assertThat(moi.get(adresse + "&marche=" + chantier.marche())).hasStatus(statut);
    }
}
