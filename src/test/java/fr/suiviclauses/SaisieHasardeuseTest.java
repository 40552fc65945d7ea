package fr.suiviclauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to whatever form, the answer is a page or a refusal, never a failure of ours. The forms and their
 * fields are those that the program has, found in its controllers, so that a new one is tried without being named here.
 */
@ApplicationTest
class SaisieHasardeuseTest {

    /** Texts that break what was not made for them: NUL, halves of pairs, far too long, negative, huge, right to left… */
    private static final List<String> VALEURS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud83d",
            "\udc00x",
            "😀😀",
            "\u202eabc\u202c",
            "שלום",
            "مرحبا",
            "\ufffe",
            "\u0085\u2028",
            "a".repeat(1 << 20),
            "é".repeat(5_000),
            "-1",
            "−5",
            "0",
            "99999999999999999999",
            "1e9",
            "1.234",
            "1,234.5",
            "7h30",
            "NaN",
            "１２",
            "31/02/2021",
            "01/01/2021",
            "2021-13",
            "2021-05",
            "9999-12-31",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "%s%n%00",
            "${7*7}",
            "../../etc",
            "1 85 05 78 006 084 91",
            "oui",
            "PUBLIC",
            "TRAVAUX",
            "1",
            "2",
            "{\"a\":1}",
            "[]",
            "null",
            "true",
            "VALIDEE",
            "DECLAREE",
            "mien",
            "autre",
            "744",
            "2021-05=0:10.00,2021-06=z",
            "2021-05=999999999:999.99,=,2021-13=1:1.00");

    /** What a name may be made longer by, for whoever writes requests by hand. */
    private static final List<String> NOMS = List.of("[3]", "[abc]", "[99999999]", "[]", ".a", "['x']", "\u0000");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private UtilisateurConnecte moi = new UtilisateurConnecte(1, 1, "", "", "", null, EnumSet.allOf(Role.class));
    private Map<String, Long> fiches = Map.of();

    /**
     * A form: where it is sent, and what as.
     *
     * @param champs the names of its fields; where they are as many as a page has cells or boxes, {@code lus} is true and
     *     the page says them
     */
    private record Formulaire(String adresse, List<String> champs, boolean lus, Envoi envoi) {}

    private enum Envoi {
        FORMULAIRE,
        JSON,
        FICHIER
    }

    /** Of what an address names by a word. */
    private static final Map<String, String> MOTS =
            Map.of("tiers", "entreprise", "mois", "2021-05", "role", "titulaire", "code", "etp");

    private static final Pattern NOMME = Pattern.compile("(/[a-z-]+)/\\{[^}]+}");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(:[^}]*)?}");

    /** Nothing has this number. */
    private static final String PERSONNE = "999999999999999999999";

    /** By form, the last names and values that its page had: the record may be gone since. */
    private final Map<String, List<String>> lus = new HashMap<>();

    @BeforeEach
    void seed() {
        long structure = comptes.openStructure("Hasard", null);
        long compte = comptes.openAccount(
                structure, "hasard" + structure + "@essai.example", "Hasard", null, EnumSet.allOf(Role.class));
        moi = new UtilisateurConnecte(
                compte, structure, "hasard@essai.example", "Hasard", "Hasard", null, EnumSet.allOf(Role.class));
        fiches = new LinkedHashMap<>();
        seed("/familles", "famille_achat (structure_id, nom, groupe) values (:s, 'F', 'Bâtiment')");
        seed("/donneurs-ordres", "donneur_ordre (structure_id, nom, nature) values (:s, 'D', 'PUBLIC')");
        seed("/chartes", """
                signature_charte (structure_id, donneur_ordre_id, charte)
                select :s, id, 'SBA' from donneur_ordre where structure_id = :s""");
        seed("/operations", "operation (structure_id, nom) values (:s, 'O')");
        seed("/entreprises", "entreprise (structure_id, nom) values (:s, 'E')");
        seed("contact", """
                contact (structure_id, entreprise_id, nom) select :s, id, 'C' from entreprise where structure_id = :s""");
        seed("/agregats", "agregat_declare (structure_id, libelle, annee, heures) values (:s, 'A', 2021, 1)");
        seed("/vues", """
                vue_enregistree (structure_id, utilisateur_id, liste, nom, requete)
                select :s, id, '/entreprises', 'V', '' from utilisateur where structure_id = :s""");
        seed(
                "/beneficiaires",
                "beneficiaire (structure_id, nom, prenom, naissance) values (:s, 'N', 'P', '1990-01-01')");
        seed("/entrees", """
                entree (structure_id, beneficiaire_id, debut, fin)
                select :s, id, date '2021-01-15', date '2023-01-14' from beneficiaire where structure_id = :s""");
        seed("/prolongations", """
                prolongation (structure_id, entree_id, fin, motif, cree_par)
                select :s, e.id, e.fin, 'M', u.id from entree e join utilisateur u using (structure_id)
                 where e.structure_id = :s""");
        seed("/marches", """
                marche (structure_id, donneur_ordre_id, reference, type, date_notification)
                select :s, id, 'M', 'TRAVAUX', date '2021-01-01' from donneur_ordre where structure_id = :s""");
        seed("/actions", """
                action_marche (structure_id, marche_id, libelle, echeance)
                select :s, id, 'A', date '2022-01-31' from marche where structure_id = :s""");
        seed("/lots", """
                lot (structure_id, marche_id, famille_id)
                select :s, m.id, f.id from marche m join famille_achat f using (structure_id) where m.structure_id = :s""");
        seed("/contrats", """
                contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, debut)
                select :s, b.id, e.id, 'EI', date '2021-01-01' from beneficiaire b join entreprise e using (structure_id)
                 where b.structure_id = :s""");
        seed("/imports", """
                depot (structure_id, genre, nom, octets, empreinte, classeur, etat, depose_le, fini_le, refus, total_erreurs)
                values (:s, 'HEURES', 'heures.csv', 1, repeat('0', 64), false, 'REFUSE', now(), now(), 'R', 1)""");
        for (String alias : List.of("/entreprise", "/participations")) fiches.put(alias, fiches.get("/entreprises"));
        fiches.put("/personnes", fiches.get("/beneficiaires"));
        jdbc.sql("""
                        insert into affectation (structure_id, contrat_id, lot_id)
                        select c.structure_id, c.id, l.id from contrat_insertion c join lot l using (structure_id)
                         where c.structure_id = ?""").param(structure).update();
        jdbc.sql("""
                        insert into participation (structure_id, lot_id, entreprise_id, role)
                        select l.structure_id, l.id, e.id, 'TITULAIRE' from lot l join entreprise e using (structure_id)
                         where l.structure_id = ?""").param(structure).update();
        jdbc.sql("""
                        insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures)
                        select structure_id, contrat_id, lot_id, date '2021-05-01', 230 from affectation where structure_id = ?""").param(structure).update();
        // Each kind has merges of its own: one number for all three.
        fiches.put("/fusions", 700_000_000_000L + structure);
        merge(
                "entreprise",
                "/entreprises",
                "entreprise (structure_id, nom, actif, fusionne_dans) values (:s, 'E2', false");
        merge(
                "donneur_ordre",
                "/donneurs-ordres",
                "donneur_ordre (structure_id, nom, nature, actif, fusionne_dans) values (:s, 'D2', 'PUBLIC', false");
        merge(
                "beneficiaire",
                "/beneficiaires",
                "beneficiaire (structure_id, nom, prenom, naissance, fusionne_dans) values (:s, 'N2', 'P', '1990-01-01'");
    }

    private void seed(String nom, String quoi) {
        fiches.put(nom, insert(quoi));
    }

    private long insert(String quoi) {
        return jdbc.sql("insert into " + quoi + " returning id")
                .param("s", moi.structureId())
                .query(Long.class)
                .single();
    }

    /** One made of two, which can be undone. */
    private void merge(String table, String nom, String absorbe) {
        long garde = fiches.getOrDefault(nom, 0L);
        long second = insert(absorbe + ", " + garde + ")");
        insert("fusion_" + table + " (id, structure_id, garde_id, absorbe_id, fait_par, avant) values ("
                + fiches.get("/fusions") + ", :s, " + garde + ", " + second + ", " + moi.id()
                + ", '{\"actif\": true}')");
    }

    @Test
    void no_form_fails_on_what_nobody_would_type() {
        send(1_500, 20_211_231);
    }

    @Test
    @Tag("endurance")
    void no_form_fails_on_ten_thousand_of_them() {
        send(10_000, System.nanoTime());
    }

    private void send(int combien, long graine) {
        Random hasard = new Random(graine);
        List<Formulaire> formulaires = formulaires().toList();
        assertThat(formulaires).hasSizeGreaterThan(15);
        Set<String> absents = new LinkedHashSet<>();
        // What removes its record is sent too seldom for this.
        formulaires.stream()
                .map(f -> f.adresse)
                .filter(a -> !a.endsWith("/suppression"))
                .forEach(absents::add);
        for (int i = 0; i < combien; i++) {
            Formulaire formulaire = formulaires.get(hasard.nextInt(formulaires.size()));
            // What removes its record would leave nothing to try the others on.
            if (formulaire.adresse.endsWith("/suppression") && hasard.nextInt(20) > 0) continue;
            String adresse = address(formulaire.adresse, hasard);
            List<String> envoi = formulaire.lus || (formulaire.envoi == Envoi.FORMULAIRE && hasard.nextBoolean())
                    ? typed(formulaire, adresse, hasard)
                    : List.of();
            if (envoi.isEmpty() && !formulaire.lus) envoi = values(formulaire, hasard);
            int statut = formulaire.envoi == Envoi.FICHIER
                    ? deposit(adresse, envoi, hasard)
                    : post(adresse, formulaire, envoi);
            List<String> envoye = envoi;
            assertThat(statut)
                    .as(() -> "seed " + graine + ", " + adresse + " "
                            + envoye.stream().map(SaisieHasardeuseTest::brief).toList())
                    .isLessThan(500);
            if (statut != 404) absents.remove(formulaire.adresse);
        }
        assertThat(absents).as("forms whose record was never there").isEmpty();
        assertThat(jdbc.sql("""
                        select (select count(*) from releve_heures where structure_id = :s)
                             + (select count(*) from mois_sans_heure where structure_id = :s)
                             + (select count(*) from journal where structure_id = :s and table_nom in ('releve_heures', 'mois_sans_heure'))""").param("s", moi.structureId()).query(Long.class).single())
                .as("what was read and written of the grid")
                .isPositive();
    }

    private static String brief(String valeur) {
        return valeur.length() > 40 ? valeur.substring(0, 40) + "…" : valeur;
    }

    private int post(String adresse, Formulaire formulaire, List<String> envoi) {
        var requete = mvc.post().uri(adresse).with(csrf()).with(authentication(new Identification(moi)));
        if (formulaire.envoi == Envoi.JSON) {
            requete = requete.contentType(MediaType.APPLICATION_JSON).content(String.join(",", envoi));
        } else {
            requete = requete.contentType(MediaType.APPLICATION_FORM_URLENCODED);
            for (int i = 0; i < envoi.size(); i += 2) requete = requete.param(envoi.get(i), envoi.get(i + 1));
        }
        return requete.exchange().getResponse().getStatus();
    }

    private List<String> values(Formulaire formulaire, Random hasard) {
        List<String> envoi = new ArrayList<>();
        for (String champ : formulaire.champs) {
            if (hasard.nextInt(10) == 0) continue;
            envoi.add(hasard.nextInt(15) == 0 ? champ + NOMS.get(hasard.nextInt(NOMS.size())) : champ);
            envoi.add(value(hasard));
        }
        return envoi;
    }

    /**
     * What a page holds, a field of it here and there typed over, the rest being right; a grid's cells more often by numbers
     * than not.
     */
    private List<String> typed(Formulaire formulaire, String adresse, Random hasard) {
        List<String> envoi = new ArrayList<>();
        List<String> champs = shown(formulaire.adresse, adresse.replace("/verification", ""));
        for (int i = 0; i < champs.size(); i += 2) {
            String champ = champs.get(i);
            boolean change = hasard.nextInt(6) == 0;
            envoi.add(change && hasard.nextInt(15) == 0 ? champ + NOMS.get(hasard.nextInt(NOMS.size())) : champ);
            envoi.add(
                    !change
                            ? champs.get(i + 1)
                            : champ.startsWith("h_") && hasard.nextBoolean()
                                    ? Integer.toString(hasard.nextInt(120))
                                    : value(hasard));
            if (!champ.startsWith("h_") || hasard.nextInt(6) > 0) continue;
            // What is asked about a cell once it was refused.
            String cellule = champ.substring(2);
            envoi.addAll(List.of("k_" + cellule, value(hasard), "conflit", cellule));
            envoi.addAll(List.of(
                    "j_" + fiches.get("/beneficiaires") + cellule.substring(cellule.lastIndexOf('_')), value(hasard)));
        }
        return envoi;
    }

    private List<String> shown(String formulaire, String adresse) {
        MvcTestResult page = mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange();
        assertThat(page.getResponse().getStatus()).as(adresse).isLessThan(500);
        List<String> champs = new ArrayList<>();
        for (Element champ : Connecte.html(page).select("main form [name]")) {
            boolean coche = !champ.attr("type").matches("checkbox|radio") || champ.hasAttr("checked");
            champs.add(champ.attr("name"));
            champs.add(
                    !coche
                            ? ""
                            : champ.is("select")
                                    ? champ.select("option[selected]").val()
                                    : champ.val());
        }
        if (!champs.isEmpty()) lus.put(formulaire, champs);
        return lus.getOrDefault(formulaire, List.of());
    }

    /** A file for the API: the model of it, with cells typed over, in whatever encoding, cut short or torn. */
    private int deposit(String adresse, List<String> envoi, Random hasard) {
        String modele = adresse.contains("suivis") ? "/imports/modele/suivis." : "/imports/modele/reprise.";
        byte[] contenu = hasard.nextInt(3) == 0
                ? torn(download(modele + "xlsx"), hasard)
                : rewritten(download(modele + "csv"), hasard);
        var requete = mvc.post()
                .uri(adresse)
                .multipart()
                .file(new MockMultipartFile("fichier", value(hasard), "application/octet-stream", contenu))
                .with(authentication(new Identification(moi)));
        for (int i = 0; i < envoi.size(); i += 2) requete = requete.param(envoi.get(i), envoi.get(i + 1));
        return requete.exchange().getResponse().getStatus();
    }

    private byte[] download(String adresse) {
        return mvc.get()
                .uri(adresse)
                .with(authentication(new Identification(moi)))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    private static byte[] torn(byte[] fichier, Random hasard) {
        byte[] dechire =
                Arrays.copyOf(fichier, hasard.nextInt(3) == 0 ? hasard.nextInt(fichier.length) : fichier.length);
        for (int i = hasard.nextInt(4); i > 0 && dechire.length > 0; i--)
            dechire[hasard.nextInt(dechire.length)] = (byte) hasard.nextInt();
        return dechire;
    }

    private byte[] rewritten(byte[] fichier, Random hasard) {
        List<String> lignes = new ArrayList<>();
        for (String ligne : new String(fichier, StandardCharsets.UTF_8).split("\n", -1)) {
            List<String> cases = new ArrayList<>(Arrays.asList(ligne.split(";", -1)));
            for (int i = hasard.nextInt(4); i > 1; i--) cases.set(hasard.nextInt(cases.size()), value(hasard));
            lignes.add(String.join(";", cases));
        }
        Charset jeu = hasard.nextInt(5) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return torn(String.join("\n", lignes).getBytes(jeu), hasard);
    }

    private String value(Random hasard) {
        if (hasard.nextInt(6) == 0) {
            return String.valueOf(new ArrayList<>(fiches.values()).get(hasard.nextInt(fiches.size())));
        }
        return VALEURS.get(hasard.nextInt(VALEURS.size()));
    }

    /** The address of a record that exists, most of the time. */
    private String address(String motif, Random hasard) {
        boolean faux = hasard.nextInt(12) == 0;
        String mots = VARIABLE.matcher(motif)
                .replaceAll(v -> faux && MOTS.containsKey(v.group(1))
                        ? PERSONNE
                        : MOTS.getOrDefault(v.group(1), Matcher.quoteReplacement(v.group())));
        String adresse = VARIABLE.matcher(NOMME.matcher(mots)
                        .replaceAll(
                                nom -> nom.group(1) + "/" + (faux ? PERSONNE : fiches.getOrDefault(nom.group(1), 1L))))
                .replaceAll(nom -> faux ? PERSONNE : String.valueOf(fiches.getOrDefault(nom.group(1), 1L)));
        if (!motif.startsWith("/heures")) return adresse;
        return adresse + (motif.endsWith("/mois") ? "?mois=2021-05" : "?annee=2021") + "&marche="
                + fiches.get("/marches");
    }

    private Stream<Formulaire> formulaires() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route ->
                        route.getKey().getPatternValues().stream().map(motif -> formulaire(motif, route.getValue())))
                .sorted((a, b) -> a.adresse.compareTo(b.adresse));
    }

    private static Formulaire formulaire(String motif, HandlerMethod methode) {
        List<Parameter> parametres = List.of(methode.getMethod().getParameters());
        Envoi envoi = parametres.stream().anyMatch(p -> p.isAnnotationPresent(RequestPart.class))
                ? Envoi.FICHIER
                : parametres.stream().anyMatch(p -> p.isAnnotationPresent(RequestBody.class))
                        ? Envoi.JSON
                        : Envoi.FORMULAIRE;
        boolean lus = parametres.stream()
                .anyMatch(p -> p.isAnnotationPresent(RequestParam.class) && Map.class.isAssignableFrom(p.getType()));
        return new Formulaire(motif, fields(methode), lus, envoi);
    }

    private static List<String> fields(HandlerMethod methode) {
        return Arrays.stream(methode.getMethod().getParameters())
                .flatMap(SaisieHasardeuseTest::fields)
                .toList();
    }

    private static Stream<String> fields(Parameter parametre) {
        if (parametre.isAnnotationPresent(ModelAttribute.class)) {
            RecordComponent @Nullable [] champs = parametre.getType().getRecordComponents();
            return champs == null ? Stream.of() : Arrays.stream(champs).map(RecordComponent::getName);
        }
        return parametre.isAnnotationPresent(RequestParam.class) ? Stream.of(parametre.getName()) : Stream.of();
    }
}
