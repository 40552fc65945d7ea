package fr.suiviclauses;

import static fr.suiviclauses.Connecte.error;
import static fr.suiviclauses.Connecte.html;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people who act on one record in the same instant, in transactions of their own: one is let through, the other is told
 * in a sentence, and nothing is half done. A third transaction keeps both waiting until both have asked.
 */
@ApplicationTest
class EntretempsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Connecte moi;

    /** The three kinds of records that are merged. */
    enum Sorte {
        ENTREPRISE("entreprise", "/entreprises", "(structure_id, nom) values (:s, :nom)"),
        DONNEUR("donneur_ordre", "/donneurs-ordres", "(structure_id, nom, nature) values (:s, :nom, 'PUBLIC')"),
        PERSONNE(
                "beneficiaire",
                "/beneficiaires",
                "(structure_id, nom, prenom, naissance) values (:s, :nom, 'Zoé', date '1990-01-01')");

        private final String table;
        private final String adresse;
        private final String colonnes;

        Sorte(String table, String adresse, String colonnes) {
            this.table = table;
            this.adresse = adresse;
            this.colonnes = colonnes;
        }
    }

    /** Something that somebody asks for. */
    private interface Demande {
        MvcTestResult get();
    }

    @BeforeEach
    void signIn() {
        moi = Connecte.to(mvc, comptes, comptes.openStructure("Entretemps", null), Role.FACILITATEUR);
    }

    private long open(Sorte sorte, String nom) {
        return jdbc.sql("insert into " + sorte.table + " " + sorte.colonnes + " returning id")
                .param("s", moi.structure())
                .param("nom", nom)
                .query(Long.class)
                .single();
    }

    private Runnable hold(Sorte sorte, long id) {
        return () -> jdbc.sql("select id from " + sorte.table + " where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** What they are answered, each having asked before any is served. */
    private List<MvcTestResult> atOnce(Runnable retenue, boolean gardee, Demande... demandes) {
        ExecutorService fils = Executors.newFixedThreadPool(demandes.length);
        try {
            List<Future<MvcTestResult>> reponses = new ArrayList<>();
            new TransactionTemplate(transactions).executeWithoutResult(statut -> {
                retenue.run();
                for (Demande demande : demandes) reponses.add(fils.submit(demande::get));
                awaitWaiting(demandes.length);
                if (!gardee) statut.setRollbackOnly();
            });
            return reponses.stream().map(EntretempsTest::answer).toList();
        } finally {
            fils.shutdown();
        }
    }

    private static MvcTestResult answer(Future<MvcTestResult> reponse) {
        try {
            return reponse.get();
        } catch (InterruptedException | ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void awaitWaiting(int combien) {
        Instant limite = Instant.now().plus(Duration.ofSeconds(20));
        while (jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                < combien) {
            assertThat(Instant.now()).as("they wait for one another").isBefore(limite);
            Thread.onSpinWait();
        }
    }

    private static List<Integer> statuses(List<MvcTestResult> reponses) {
        return reponses.stream()
                .map(reponse -> reponse.getResponse().getStatus())
                .sorted()
                .toList();
    }

    private static MvcTestResult with(List<MvcTestResult> reponses, int statut) {
        return reponses.stream()
                .filter(reponse -> reponse.getResponse().getStatus() == statut)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> flashes(List<MvcTestResult> reponses, String genre) {
        return reponses.stream()
                .map(reponse -> reponse.getMvcResult().getFlashMap().get(genre))
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    private Demande merge(Sorte sorte, long garde, long absorbe) {
        return () -> moi.post(sorte.adresse + "/" + garde + "/fusion", "avec", Long.toString(absorbe));
    }

    private long merged(Sorte sorte) {
        return jdbc.sql("select count(*) from " + sorte.table + " where structure_id = ? and fusionne_dans is not null")
                .param(moi.structure())
                .query(Long.class)
                .single();
    }

    private long merges(Sorte sorte) {
        return jdbc.sql("select count(*) from fusion_" + sorte.table + " where structure_id = ?")
                .param(moi.structure())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void one_record_is_merged_into_two_others_once(Sorte sorte) {
        long un = open(sorte, "Arbre");
        long deux = open(sorte, "Bateau");
        long absorbe = open(sorte, "Cerise");

        var reponses = atOnce(hold(sorte, absorbe), true, merge(sorte, un, absorbe), merge(sorte, deux, absorbe));

        assertThat(statuses(reponses)).containsExactly(302, 422);
        assertThat(html(with(reponses, 422)).select(".flash-bad").text())
                .startsWith("Quelqu’un d’autre vient de fusionner");
        assertThat(merged(sorte)).isOne();
        assertThat(merges(sorte)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void two_records_are_not_merged_each_into_the_other(Sorte sorte) {
        long un = open(sorte, "Arbre");
        long deux = open(sorte, "Bateau");

        var reponses = atOnce(hold(sorte, un), true, merge(sorte, un, deux), merge(sorte, deux, un));

        assertThat(statuses(reponses)).containsExactly(302, 302);
        assertThat(flashes(reponses, "succes")).hasSize(1);
        assertThat(flashes(reponses, "erreur"))
                .singleElement()
                .asString()
                .startsWith("Quelqu’un d’autre vient de fusionner");
        assertThat(merged(sorte)).isOne();
        assertThat(merges(sorte)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void a_merge_is_undone_once(Sorte sorte) {
        long garde = open(sorte, "Arbre");
        long absorbe = open(sorte, "Bateau");
        merge(sorte, garde, absorbe).get();
        String annulation = moi.page(sorte.adresse + "/" + garde)
                .select("form[action$=/annulation]")
                .attr("action");

        var reponses = atOnce(hold(sorte, absorbe), true, () -> moi.post(annulation), () -> moi.post(annulation));

        assertThat(statuses(reponses)).containsExactly(302, 302);
        assertThat(flashes(reponses, "succes")).hasSize(1);
        assertThat(flashes(reponses, "erreur")).containsExactly("Cette fusion a déjà été annulée.");
        assertThat(merged(sorte)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void two_people_deactivate_one_record_and_two_delete_it(Sorte sorte) {
        long id = open(sorte, "Arbre");
        String adresse = sorte.adresse + "/" + id;

        var deux = atOnce(
                hold(sorte, id),
                true,
                () -> moi.post(adresse + "/activation", "actif", "non"),
                () -> moi.post(adresse + "/activation", "actif", "non"));
        assertThat(statuses(deux)).containsExactly(302, 302);
        assertThat(flashes(deux, "erreur")).isEmpty();

        var suppressions = atOnce(
                hold(sorte, id),
                true,
                () -> moi.post(adresse + "/suppression"),
                () -> moi.post(adresse + "/suppression"));
        assertThat(statuses(suppressions)).as("the second finds nothing").containsExactly(302, 404);
    }

    @Test
    void of_two_who_save_one_form_the_second_is_shown_what_changed() {
        long id = open(Sorte.ENTREPRISE, "Arbre");
        String adresse = "/entreprises/" + id + "/modifier";
        Demande envoi = () -> moi.post(adresse, "nom", "Arbres Réunis", "type", "CLASSIQUE", "version", "0");

        var reponses = atOnce(hold(Sorte.ENTREPRISE, id), true, envoi, envoi);

        assertThat(statuses(reponses)).containsExactly(302, 409);
        assertThat(html(with(reponses, 409)).text()).contains("Cette fiche a été modifiée");
    }

    @Test
    void two_people_enter_one_siren_and_one_buyer() {
        Demande entreprise = () -> moi.post(
                "/entreprises/nouvelle", "nom", "Maçons", "siren", "732829320", "type", "CLASSIQUE", "distinct", "oui");
        var reponses = atOnce(
                () -> jdbc.sql("insert into entreprise (structure_id, nom, siren) values (?, 'X', '732829320')")
                        .param(moi.structure())
                        .update(),
                false,
                entreprise,
                entreprise);
        assertThat(statuses(reponses)).containsExactly(302, 422);
        assertThat(error(with(reponses, 422), "siren")).isEqualTo("Une autre entreprise a déjà ce SIREN.");

        Demande donneur = () -> moi.post("/donneurs-ordres/nouveau", "nom", "Ville de Rivière", "nature", "PUBLIC");
        reponses = atOnce(() -> open(Sorte.DONNEUR, "Ville de Rivière"), false, donneur, donneur);
        assertThat(statuses(reponses)).containsExactly(302, 422);
        assertThat(error(with(reponses, 422), "nom")).isEqualTo("Un autre donneur d’ordres actif porte ce nom.");
    }

    @Test
    void a_role_given_while_its_company_is_merged_or_deleted_is_seen() {
        Chantier chantier = Chantier.in(jdbc, moi.structure());
        long absorbe = open(Sorte.ENTREPRISE, "Arbre");
        Runnable role = () -> role(chantier, absorbe);

        role(chantier, chantier.entreprise());
        var reponses = atOnce(role, true, merge(Sorte.ENTREPRISE, chantier.entreprise(), absorbe));
        assertThat(statuses(reponses)).containsExactly(422);
        assertThat(html(reponses.get(0)).select(".flash-bad").text()).contains("le même rôle sur un même lot");
        assertThat(merged(Sorte.ENTREPRISE)).isZero();

        long seule = open(Sorte.ENTREPRISE, "Bateau");
        reponses = atOnce(() -> role(chantier, seule), true, () -> moi.post("/entreprises/" + seule + "/suppression"));
        assertThat(flashes(reponses, "erreur")).singleElement().asString().contains("a un rôle sur un lot");
    }

    @Test
    void what_is_given_to_a_record_merged_meanwhile_is_refused() {
        Chantier chantier = Chantier.in(jdbc, moi.structure());
        long garde = open(Sorte.ENTREPRISE, "Arbre");
        long absorbe = open(Sorte.ENTREPRISE, "Bateau");
        Runnable fusion = () -> {
            hold(Sorte.ENTREPRISE, absorbe).run();
            jdbc.sql("update entreprise set actif = false, fusionne_dans = ? where id = ?")
                    .params(garde, absorbe)
                    .update();
        };
        open(Sorte.PERSONNE, "Lefèvre");

        var reponses = atOnce(
                fusion,
                true,
                () -> moi.post(
                        "/lots/" + chantier.lot() + "/participations/nouvelle",
                        "entreprise",
                        Long.toString(absorbe),
                        "role",
                        "TITULAIRE"),
                () -> moi.post(
                        "/contrats/nouveau",
                        "personne",
                        "Lefèvre Zoé, 01/01/1990",
                        "employeur",
                        "Bateau",
                        "lots",
                        Long.toString(chantier.lot()),
                        "modalite",
                        "ETTI",
                        "debut",
                        "01/02/2021"),
                () -> moi.post("/contacts/entreprise/" + absorbe + "/nouveau", "nom", "Anne Essai"));

        assertThat(statuses(reponses)).containsExactly(404, 422, 422);
        assertThat(error(reponses.get(0), "entreprise")).isEqualTo("Choisissez dans la liste.");
        assertThat(error(reponses.get(1), "employeur")).contains("vient d’être fusionné");
        assertThat(chantier.count("contrat_insertion") + chantier.count("participation") + chantier.count("contact"))
                .isZero();
    }

    @Test
    void a_double_click_saves_one_contact_and_one_action() {
        Chantier chantier = Chantier.in(jdbc, moi.structure());
        Demande contact =
                () -> moi.post("/contacts/entreprise/" + chantier.entreprise() + "/nouveau", "nom", "Anne Essai");
        var reponses = atOnce(hold(Sorte.ENTREPRISE, chantier.entreprise()), true, contact, contact);
        assertThat(statuses(reponses)).containsExactly(302, 302);
        assertThat(chantier.count("contact")).isOne();

        Demande action = () -> moi.post(
                "/marches/" + chantier.marche() + "/actions/nouvelle", "libelle", "Appeler", "echeance", "31/01/2022");
        reponses = atOnce(
                () -> jdbc.sql("select id from marche where id = ? for update")
                        .param(chantier.marche())
                        .query(Long.class)
                        .single(),
                true,
                action,
                action);
        assertThat(statuses(reponses)).containsExactly(302, 302);
        assertThat(chantier.count("action_marche")).isOne();
    }

    private void role(Chantier chantier, long entreprise) {
        jdbc.sql("insert into participation (structure_id, lot_id, entreprise_id, role) values (?, ?, ?, 'TITULAIRE')")
                .params(List.of(moi.structure(), chantier.lot(), entreprise))
                .update();
    }
}
