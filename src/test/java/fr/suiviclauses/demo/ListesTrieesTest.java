package fr.suiviclauses.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** Lists sorted by hours that are those of all years: right, and no minute long. */
@DemonstrationTest
@Transactional
class ListesTrieesTest {

    private static final int FOIS = 3;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    /** Before hours were added up at once for all rows, the contracts took 360 times as long. */
    @ParameterizedTest
    @CsvSource({
        "/contrats, /contrats?etat=tous&tri=-heures",
        "/contrats, /contrats?q=8&etat=tous&tri=-heures",
        "/marches, /marches?q=a e o&avancement=sous-100&tri=-taux",
        "/entreprises, /entreprises?q=a&tri=-heures",
        "/donneurs-ordres, /donneurs-ordres?q=a&tri=-heures"
    })
    void a_list_sorted_by_hours_takes_some_times_as_long_as_one_that_is_not(String simple, String triee) {
        page(simple);
        page(triee);
        long sans = LongStream.range(0, FOIS).map(i -> nanos(simple)).min().orElseThrow();
        long avec = LongStream.range(0, FOIS).map(i -> nanos(triee)).min().orElseThrow();

        assertThat((double) avec / sans).as("times as long").isLessThan(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/contrats?etat=tous&tri=-heures; contrat_id",
                "/entreprises?etat=tous&tri=-heures;"
                        + " (select c.employeur_id from contrat_insertion c where c.id = h.contrat_id)",
                "/marches?etat=tous&tri=-heures; (select l.marche_id from lot l where l.id = h.lot_id)",
                "/operations?etat=tous&tri=-heures; (select m.operation_id from lot l join marche m on m.id = l.marche_id"
                        + " where l.id = h.lot_id)",
                "/donneurs-ordres?etat=tous&tri=-heures;"
                        + " (select m.donneur_ordre_id from lot l join marche m on m.id = l.marche_id where l.id = h.lot_id)"
            })
    void the_first_row_has_the_most_hours(String adresse, String dont) {
        BigDecimal plus = jdbc.sql("select sum(h.heures) from heure_qualifiee h where h.structure_id = :structure"
                        + " and h.motif_non_compte is null and " + dont + " is not null group by " + dont
                        + " order by 1 desc limit 1")
                .param("structure", comptes.demonstration().orElseThrow())
                .query(BigDecimal.class)
                .single();

        String premiere = page(adresse).split("<tbody", 2)[1].split("</tr>", 2)[0];
        assertThat(premiere).contains(new Heures(plus).exactes());
    }

    private long nanos(String adresse) {
        long debut = System.nanoTime();
        page(adresse);
        return System.nanoTime() - debut;
    }

    private String page(String adresse) {
        UtilisateurConnecte moi = new UtilisateurConnecte(
                1,
                comptes.demonstration().orElseThrow(),
                "listes@exemple.fr",
                "Listes",
                "Listes",
                null,
                EnumSet.of(Role.FACILITATEUR));
        var reponse = mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange();
        assertThat(reponse).hasStatusOk();
        return new String(reponse.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
