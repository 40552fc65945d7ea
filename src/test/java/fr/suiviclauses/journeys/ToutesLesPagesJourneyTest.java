package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * From the first page, link after link, to every page that there is: each can be read by all at all widths, in light and
 * in dark, and each can be reached without typing an address.
 */
@JourneyTest
class ToutesLesPagesJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    /** What answers to a script, with a file, or to a program, and no page. */
    private static final Set<String> SANS_PAGE = Set.of(
            "/",
            "/error",
            "/bilan",
            "/contrats/choix/{quoi}",
            "/lots/{id:\\d+}/participations/entreprises",
            "/lots/{id:\\d+}/mouvements/proposition",
            "/imports/{id:\\d+}/avancement",
            "/imports/{id:\\d+}/fichier",
            "/imports/{id:\\d+}/rapport.{format:csv|xlsx}",
            "/imports/modele/{genre}.{format}");

    /** Only who has no session, or lost hers, is led there. */
    private static final Set<String> AILLEURS = Set.of("/connexion", "/heures/reprise");

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Navigateur moi;
    private Page page;
    private String racine = "";

    @Test
    void every_page_is_reached_by_links_and_read_by_all(Navigateur navigateur) throws IOException {
        moi = navigateur;
        page = navigateur.page();
        long structure = comptes.openStructure("Toutes les pages", null);
        String email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(structure, email, "Camille Roux-Desmoulins", MOT_DE_PASSE, EnumSet.allOf(Role.class));
        moi.signIn(email, MOT_DE_PASSE);
        racine = page.url().replaceFirst("(https?://[^/]+).*", "$1");
        fill(structure);

        SoftAssertions lues = new SoftAssertions();
        Map<String, String> vues = visit(lues);
        lues.assertAll();

        Set<String> attendues = pages();
        assertThat(attendues).hasSizeGreaterThan(60).containsAll(AILLEURS);
        attendues.removeAll(AILLEURS);
        assertThat(vues.keySet()).as("pages that links lead to").containsAll(attendues);
    }

    /** A small history, then what it does not have: one of each. */
    private void fill(long structure) throws IOException {
        moi.open("/imports");
        page.locator("#fichier")
                .setInputFiles(new FilePayload(
                        "histoire.csv",
                        "text/csv",
                        Files.readAllBytes(Path.of("src/test/resources/exemples/petite-histoire.csv"))));
        page.getByText("Vérifier le fichier").click();
        page.getByText("Importer ces").click();
        assertThat(page.locator("h1 .state")).hasText("Importé");
        for (String un : List.of(
                "contact (structure_id, entreprise_id, nom) select :s, min(id), 'Anne Essai' from entreprise where structure_id = :s",
                "operation (structure_id, nom) values (:s, 'Téléo')",
                "action_marche (structure_id, marche_id, libelle, echeance) select :s, id, 'Appeler', date '2022-01-31' from marche where structure_id = :s",
                "action_marche (structure_id, marche_id, libelle, echeance, responsable_id) select :s, m.id, 'Visiter le chantier', date '2022-03-01', u.id from marche m join utilisateur u on u.structure_id = m.structure_id where m.structure_id = :s",
                "signature_charte (structure_id, donneur_ordre_id, charte) select :s, id, 'SBA' from donneur_ordre where structure_id = :s on conflict do nothing",
                "agregat_declare (structure_id, libelle, annee, heures) values (:s, 'Rapport', 2020, 100)")) {
            jdbc.sql("insert into " + un).param("s", structure).update();
        }
        // A month too long on each lot: whichever the grid shows, it leads to that month.
        jdbc.sql("""
                update releve_heures set heures = 225 where id in (
                    select distinct on (lot_id) id from releve_heures
                     where structure_id = :s and statut = 'VALIDEE' and mois between '2021-01-01' and '2021-12-31'
                     order by lot_id, mois)""").param("s", structure).update();
    }

    /** By its pattern, the first page of each kind that is come upon. */
    private Map<String, String> visit(SoftAssertions lues) {
        Map<PathPattern, String> motifs = patterns();
        Map<String, String> vues = new TreeMap<>();
        Deque<String> suite = new ArrayDeque<>(List.of("/aujourdhui", "/bilan/2021"));
        Set<String> connues = new TreeSet<>(suite);
        while (!suite.isEmpty()) {
            String adresse = suite.poll();
            String motif = pattern(motifs, adresse);
            if (motif == null) lues.assertThat(status(adresse)).as(adresse).isEqualTo(200);
            if (motif == null || vues.containsKey(motif) || !isPage(adresse)) continue;
            vues.put(motif, adresse);
            moi.open(adresse);
            lues.check(moi::assertReadableByAll);
            for (String lien : links()) if (connues.add(lien)) suite.add(lien);
        }
        return vues;
    }

    private List<String> links() {
        @SuppressWarnings("unchecked")
        List<String> adresses = (List<String>)
                page.evaluate(
                        "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), location).href.replace(/#.*/, ''))");
        return adresses.stream()
                .filter(adresse -> adresse.startsWith(racine + "/"))
                .map(adresse -> adresse.substring(racine.length()))
                .filter(adresse -> !adresse.contains("format="))
                .distinct()
                .toList();
    }

    private int status(String adresse) {
        return page.request().get(racine + adresse).status();
    }

    private boolean isPage(String adresse) {
        APIResponse reponse = page.request().get(racine + adresse);
        assertThat(reponse.status()).as(adresse).isEqualTo(200);
        return reponse.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private static @Nullable String pattern(Map<PathPattern, String> motifs, String adresse) {
        PathContainer chemin = PathContainer.parsePath(adresse.replaceFirst("\\?.*", ""));
        return motifs.entrySet().stream()
                .filter(m -> m.getKey().matches(chemin))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private Map<PathPattern, String> patterns() {
        Map<PathPattern, String> motifs = new HashMap<>();
        for (RequestMappingInfo info :
                requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    && info.getPathPatternsCondition() != null)
                info.getPathPatternsCondition().getPatterns().forEach(m -> motifs.put(m, m.getPatternString()));
        }
        return motifs;
    }

    private Set<String> pages() {
        return patterns().values().stream()
                .filter(motif -> !motif.startsWith("/api/") && !motif.startsWith("/v3/") && !SANS_PAGE.contains(motif))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
