package fr.suiviclauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Identification;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever is signed in to one structure and names the records of another, in addresses and in fields, sees and changes
 * nothing of it; and what people are called is never anything but text. The addresses are those that the program has, so that a new
 * one is attacked without being named here.
 */
@ApplicationTest
class AttaquesTest {

    /** What a page, a spreadsheet or a header would take for its own. */
    private static final String PIEGE = "=1+1\"><script>x()</script><img src=x onerror=x()>'\\ ";

    /** Records of each structure bear one number, whatever their kind: named anywhere, it is somebody's record. */
    private static final long PREMIER = 700_000_000_000L;

    private static final Map<String, String> VARIABLES = Map.of(
            "annee", "2021",
            "mois", "2021-03",
            "format", "csv",
            "genre", "reprise",
            "tiers", "entreprise",
            "role", "titulaire",
            "quoi", "entreprises",
            "liste", "heures",
            "partie", "familles");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CompteService comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Victime victime;
    private Victime attaquant;

    /** A structure, the number of all its records, and what its names begin with. */
    private record Victime(long structure, long n, String nom) {}

    private record Route(RequestMethod verbe, String motif, HandlerMethod methode) {

        List<String> numeros() {
            return Arrays.stream(motif.split("\\{"))
                    .skip(1)
                    .map(v -> v.replaceAll("[:}].*", "").strip())
                    .filter(v -> !VARIABLES.containsKey(v) && !v.equals("code"))
                    .toList();
        }

        /** Its address, each number in turn being what {@code choix} says: the other's or one's own. */
        String adresse(Map<String, Long> choix) {
            String adresse = motif.replace("parametres/{code}", "parametres/etp")
                    .replace("/controles/{code}", "/controles/siret-entreprises");
            for (Map.Entry<String, String> v : VARIABLES.entrySet())
                adresse = adresse.replaceAll("\\{" + v.getKey() + "(:[^}]*)?}", v.getValue());
            for (Map.Entry<String, Long> v : choix.entrySet())
                adresse = adresse.replaceAll("\\{" + v.getKey() + "(:[^}]*)?}", Long.toString(v.getValue()));
            return adresse;
        }

        List<String> champs() {
            return Arrays.stream(methode.getMethod().getParameters())
                    .flatMap(p -> {
                        if (p.isAnnotationPresent(ModelAttribute.class))
                            return Arrays.stream(p.getType().getRecordComponents())
                                    .map(c -> c.getName());
                        return p.isAnnotationPresent(RequestParam.class) ? Stream.of(p.getName()) : Stream.of();
                    })
                    .toList();
        }
    }

    @BeforeEach
    void open() {
        victime = structure("VICTIME");
        attaquant = structure("ATTAQUANT");
    }

    private Victime structure(String nom) {
        long structure = comptes.openStructure(nom + PIEGE, null);
        long n = PREMIER + structure * 10;
        for (String rang : List.of(
                "utilisateur (id, structure_id, email, nom) values (:n, :s, :n || '@essai.example', :nom)",
                "famille_achat (id, structure_id, nom, groupe) values (:n, :s, :nom, 'Bâtiment')",
                "donneur_ordre (id, structure_id, nom, nature) values (:n, :s, :nom, 'PUBLIC')",
                "donneur_ordre (id, structure_id, nom, nature, actif, fusionne_dans) values (:n + 1, :s, :nom || 2, 'PUBLIC', false, :n)",
                "signature_charte (id, structure_id, donneur_ordre_id, charte) values (:n, :s, :n, 'SBA')",
                "operation (id, structure_id, nom) values (:n, :s, :nom)",
                "entreprise (id, structure_id, nom) values (:n, :s, :nom || ' avant')",
                "entreprise (id, structure_id, nom, actif, fusionne_dans) values (:n + 1, :s, :nom || 2, false, :n)",
                "contact (id, structure_id, entreprise_id, nom, fonction, courriel) values (:n, :s, :n, :nom, :nom, 'a@essai.example')",
                "contact (id, structure_id, donneur_ordre_id, nom) values (:n + 1, :s, :n, :nom)",
                """
                marche (id, structure_id, donneur_ordre_id, reference, objet, type, date_debut, date_fin, operation_id, facilitateur_id)
                values (:n, :s, :n, :nom, :nom, 'TRAVAUX', '2021-01-01', '2022-06-30', :n, :n)""",
                "lot (id, structure_id, marche_id, numero, objet, famille_id) values (:n, :s, :n, '1', :nom, :n)",
                "mouvement_obligation (id, structure_id, lot_id, nature, date_effet, heures) values (:n, :s, :n, 'INITIAL', '2021-01-01', 1000)",
                "participation (structure_id, lot_id, entreprise_id, role) values (:s, :n, :n, 'TITULAIRE')",
                "beneficiaire (id, structure_id, nom, prenom, naissance) values (:n, :s, :personne, :personne, '1990-01-01')",
                "beneficiaire (id, structure_id, nom, prenom, naissance, fusionne_dans) values (:n + 1, :s, :personne, :personne || 2, '1990-01-01', :n)",
                "entree (id, structure_id, beneficiaire_id, debut, fin, prescripteur) values (:n, :s, :n, '2021-01-15', '2023-01-14', :nom)",
                "prolongation (id, structure_id, entree_id, fin, motif, cree_par) values (:n, :s, :n, '2023-01-14', :nom, :n)",
                "contrat_insertion (id, structure_id, beneficiaire_id, employeur_id, modalite, debut) values (:n, :s, :n, :n, 'ETTI', '2021-01-01')",
                "affectation (structure_id, contrat_id, lot_id) values (:s, :n, :n)",
                "releve_heures (id, structure_id, contrat_id, lot_id, mois, heures) values (:n, :s, :n, :n, '2021-03-01', 100)",
                "releve_heures (id, structure_id, contrat_id, lot_id, mois, heures, statut) values (:n + 1, :s, :n, :n, '2021-04-01', 100, 'DECLAREE')",
                "situation_suivi (id, structure_id, beneficiaire_id, cohorte, jalon, situation) values (:n, :s, :n, 2021, 3, 'CDD')",
                "action_marche (id, structure_id, marche_id, libelle, echeance) values (:n, :s, :n, :nom, '2022-01-31')",
                "agregat_declare (id, structure_id, libelle, annee, heures) values (:n, :s, :nom, 2021, 1)",
                "vue_enregistree (id, structure_id, utilisateur_id, liste, nom, requete) values (:n, :s, :n, '/entreprises', :nom, '')",
                """
                depot (id, structure_id, genre, nom, octets, empreinte, classeur, etat, depose_le, fini_le, refus, total_erreurs)
                values (:n, :s, 'HEURES', :nom || E'\\r\\nSet-Cookie: a=b.csv', 1, repeat('0', 64), false, 'REFUSE', now(), now(), :nom, 1)""",
                "depot_contenu (structure_id, depot_id, rang, octets) values (:s, :n, 0, convert_to('Vu ' || :nom, 'UTF8'))",
                "depot_remarque (structure_id, depot_id, nature, rang, ligne, colonne, valeur, texte) values (:s, :n, 'ERREUR', 1, 2, :nom, :nom, :nom)",
                "fusion_entreprise (id, structure_id, garde_id, absorbe_id, fait_par, avant) values (:n, :s, :n, :n + 1, :n, '{\"actif\": true}')",
                "fusion_donneur_ordre (id, structure_id, garde_id, absorbe_id, fait_par, avant) values (:n, :s, :n, :n + 1, :n, '{\"actif\": true}')",
                "fusion_beneficiaire (id, structure_id, garde_id, absorbe_id, fait_par, avant) values (:n, :s, :n, :n + 1, :n, '{}')")) {
            write("insert into " + rang, structure, n, nom);
        }
        write("update entreprise set nom = :nom where structure_id = :s and id = :n", structure, n, nom);
        write("update marche set objet = :nom || ' après' where structure_id = :s and id = :n", structure, n, nom);
        return new Victime(structure, n, nom);
    }

    private void write(String sql, long structure, long n, String nom) {
        jdbc.sql(sql)
                .param("s", structure)
                .param("n", n)
                .param("nom", PIEGE + nom)
                .param("personne", PIEGE + "PERSONNE-" + nom)
                .update();
    }

    private UtilisateurConnecte account(Victime structure, Set<Role> roles) {
        return new UtilisateurConnecte(
                structure.n, structure.structure, structure.n + "@essai.example", "X", "X", null, roles);
    }

    private Stream<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("fr.suiviclauses"))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .filter(motif -> !motif.startsWith("/api/") && !motif.equals("/connexion"))
                        .flatMap(motif -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(verbe -> new Route(verbe, motif, route.getValue()))))
                // What removes a record comes last: it would leave nothing to attack with.
                .sorted((a, b) -> order(a).compareTo(order(b)));
    }

    private static String order(Route route) {
        return (route.motif.endsWith("/suppression") ? "1" : "0") + route.motif + route.verbe;
    }

    private MvcTestResult ask(Route route, String adresse, Map<String, String> champs, UtilisateurConnecte qui) {
        var demande = (route.verbe == RequestMethod.GET
                        ? mvc.get()
                        : mvc.post().contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .uri(adresse)
                .with(csrf())
                .with(authentication(new Identification(qui)));
        for (Map.Entry<String, String> champ : champs.entrySet())
            demande = demande.param(champ.getKey(), champ.getValue());
        return demande.exchange();
    }

    private static String text(MvcTestResult reponse) {
        return reponse.getMvcResult().getResponse().getHeaderNames().stream()
                        .flatMap(nom -> reponse.getMvcResult().getResponse().getHeaders(nom).stream())
                        .toList()
                + " " + reponse.getMvcResult().getFlashMap() + " "
                + new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** All that a structure has, but who read what and what was refused. */
    private String state(Victime structure) {
        StringBuilder etat = new StringBuilder();
        for (String table : jdbc.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'structure_id'
                         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'consultation' order by 1""").query(String.class).list()) {
            etat.append(table)
                    .append(jdbc.sql("select coalesce(string_agg(t::text, ' ' order by t::text), '') from " + table
                                    + " t where structure_id = ?")
                            .param(structure.structure)
                            .query(String.class)
                            .single());
        }
        return etat.toString();
    }

    @Test
    void an_address_that_names_another_structures_record_does_not_exist() {
        UtilisateurConnecte qui = account(attaquant, EnumSet.allOf(Role.class));
        String avant = state(victime);
        List<String> vues = new ArrayList<>();
        int attaques = 0;
        for (Route route : routes().toList()) {
            List<String> numeros = route.numeros();
            if (numeros.isEmpty()) continue;
            // Each number the other's in turn, and all of them.
            for (int quel = numeros.size() == 1 ? 0 : -1; quel < numeros.size(); quel++) {
                Map<String, Long> choix = new LinkedHashMap<>();
                for (int i = 0; i < numeros.size(); i++)
                    choix.put(numeros.get(i), quel == -1 || quel == i ? victime.n : attaquant.n);
                String adresse = route.adresse(choix);
                MvcTestResult reponse = ask(route, adresse, Map.of(), qui);
                int statut = reponse.getResponse().getStatus();
                attaques++;
                // An empty form may be refused before it is asked whose it is.
                if ((statut != 404 && statut != 422) || text(reponse).contains(victime.nom))
                    vues.add(route.verbe + " " + adresse + " " + statut);
            }
        }
        assertThat(vues).isEmpty();
        assertThat(attaques).isGreaterThan(70);
        assertThat(state(victime)).isEqualTo(avant);
    }

    /** Else nothing is attacked: an address that nobody has answers 404 to everybody. */
    @Test
    void the_same_addresses_with_ones_own_records_exist() {
        UtilisateurConnecte qui = account(attaquant, EnumSet.allOf(Role.class));
        List<String> absentes = new ArrayList<>();
        for (Route route : routes().toList()) {
            Map<String, Long> miens = new LinkedHashMap<>();
            route.numeros().forEach(nom -> miens.put(nom, attaquant.n));
            String adresse = route.adresse(miens);
            if (!miens.isEmpty()
                    && ask(route, adresse, Map.of(), qui).getResponse().getStatus() == 404)
                absentes.add(route.verbe + " " + adresse);
        }
        assertThat(absentes).isEmpty();
    }

    @Test
    void a_field_or_a_parameter_that_names_another_structures_record_shows_and_changes_nothing_of_it() {
        UtilisateurConnecte qui = account(attaquant, EnumSet.allOf(Role.class));
        String avant = state(victime);
        String n = Long.toString(victime.n);
        Set<String> noms =
                new TreeSet<>(Set.of("marche", "lot", "entreprise", "facilitateur", "operation", "personne"));
        noms.addAll(
                List.of("beneficiaire", "donneur", "famille", "employeur", "titulaire", "avec", "retour", "q", "vue"));
        List<String> fautes = new ArrayList<>();
        for (Route route : routes().toList()) {
            Map<String, Long> mien = new LinkedHashMap<>();
            route.numeros().forEach(nom -> mien.put(nom, attaquant.n));
            String adresse = route.adresse(mien);
            Set<String> siens = new TreeSet<>(noms);
            siens.addAll(route.champs());
            Map<String, String> tous = new LinkedHashMap<>();
            for (String champ : siens) tous.put(champ, n);
            tous.put("choix", n + ":0");
            tous.put("h_" + n + "_" + n + "_2021-06", "10");
            tous.put("h_" + attaquant.n + "_" + n + "_2021-06", "10");
            tous.put("j_" + n + "_2021-06", "parce que");
            // A year and a page are read first: left alone, the rest is read as well.
            tous.keySet().removeAll(Set.of("annee", "mois", "page", "vers", "statut", "format", "adresse"));
            List<Map<String, String>> envois = new ArrayList<>(List.of(tous));
            for (String champ : siens) envois.add(Map.of(champ, n));
            for (Map<String, String> envoi : envois) {
                MvcTestResult reponse = ask(route, adresse, envoi, qui);
                if (reponse.getResponse().getStatus() >= 500 || text(reponse).contains(victime.nom))
                    fautes.add(route.verbe + " " + adresse + " " + envoi + " "
                            + reponse.getResponse().getStatus());
            }
        }
        assertThat(fautes).isEmpty();
        assertThat(state(victime)).isEqualTo(avant);
    }

    /** Whose every other field is right. */
    @Test
    void a_form_that_is_right_but_for_another_structures_record_is_refused() {
        Connecte moi = new Connecte(mvc, account(attaquant, EnumSet.allOf(Role.class)));
        String n = Long.toString(victime.n);
        String m = Long.toString(attaquant.n);
        String moiMeme = state(attaquant);
        String avant = state(victime);
        String[] marche = {
            "reference",
            "R-1",
            "objet",
            "O",
            "type",
            "TRAVAUX",
            "forme",
            "ORDINAIRE",
            "debut",
            "01/01/2021",
            "numero",
            "1",
            "donneur",
            m,
            "famille",
            m,
            "operation",
            "",
            "facilitateur",
            ""
        };
        List<MvcTestResult> refus = new ArrayList<>();
        for (String champ : List.of("donneur", "famille", "operation", "facilitateur"))
            refus.add(moi.post("/marches/nouveau", with(marche, champ, n)));
        refus.add(moi.post("/marches/" + m + "/lots/nouveau", "numero", "2", "objetLot", "O", "famille", n));
        refus.add(moi.post(
                "/marches/" + m + "/actions/nouvelle",
                "libelle",
                "Appeler",
                "echeance",
                "31/01/2022",
                "responsable",
                n));
        String[] contrat = {
            "personne",
            PIEGE + "PERSONNE-ATTAQUANT " + PIEGE + "PERSONNE-ATTAQUANT, 01/01/1990",
            "employeur",
            PIEGE + "ATTAQUANT",
            "titulaire",
            "",
            "lots",
            m,
            "modalite",
            "ETTI",
            "debut",
            "01/02/2021"
        };
        refus.add(moi.post("/contrats/nouveau", with(contrat, "lots", n)));
        refus.add(moi.post("/contrats/nouveau", with(contrat, "employeur", PIEGE + "VICTIME")));
        refus.add(moi.post("/contrats/nouveau", with(contrat, "titulaire", PIEGE + "VICTIME")));
        refus.add(moi.post(
                "/contrats/nouveau",
                with(contrat, "personne", PIEGE + "PERSONNE-VICTIME " + PIEGE + "PERSONNE-VICTIME, 01/01/1990")));
        refus.add(moi.post("/lots/" + m + "/participations/nouvelle", "entreprise", n, "role", "COTRAITANT"));
        for (String liste : List.of("entreprises", "donneurs-ordres", "beneficiaires"))
            refus.add(moi.post("/" + liste + "/" + m + "/fusion", "avec", n));
        refus.add(moi.post(
                "/suivis", "beneficiaire", n, "cohorte", "2021", "jalon", "3", "situation", "CDI", "avant", "CDD"));
        for (String cle : List.of(n + "_" + n, m + "_" + n, n + "_" + m))
            refus.add(moi.post("/heures?annee=2021&marche=" + m, "h_" + cle + "_2021-06", "10"));

        assertThat(refus).allSatisfy(reponse -> {
            assertThat(reponse.getResponse().getStatus()).isIn(404, 409, 422);
            assertThat(text(reponse).replace("PERSONNE-VICTIME", "").replace("VICTIME\"", ""))
                    .as("nothing but what was typed")
                    .doesNotContain("VICTIME2");
        });
        assertThat(moi.post("/heures/validation?annee=2021", "choix", (victime.n + 1) + ":0", "decision", "VALIDEE"))
                .hasStatus3xxRedirection();
        assertThat(state(victime)).isEqualTo(avant);
        assertThat(state(attaquant)).isEqualTo(moiMeme);
    }

    private static String[] with(String[] champs, String champ, String valeur) {
        String[] autres = champs.clone();
        for (int i = 0; i < autres.length; i += 2) if (autres[i].equals(champ)) autres[i + 1] = valeur;
        return autres;
    }

    @Test
    void names_are_text_on_every_page_and_in_every_file() {
        UtilisateurConnecte qui = account(victime, EnumSet.allOf(Role.class));
        int pages = 0;
        int fichiers = 0;
        for (Route route : routes().filter(r -> r.verbe == RequestMethod.GET).toList()) {
            Map<String, Long> choix = new LinkedHashMap<>();
            route.numeros().forEach(nom -> choix.put(nom, victime.n));
            for (Map<String, String> parametres : List.of(
                    Map.<String, String>of(),
                    Map.of("format", "csv"),
                    Map.of("marche", Long.toString(victime.n), "annee", "2021"),
                    Map.of("avec", Long.toString(victime.n + 1)),
                    Map.of("q", PIEGE + victime.nom))) {
                String adresse = route.adresse(choix);
                MvcTestResult reponse = ask(route, adresse, parametres, qui);
                int statut = reponse.getResponse().getStatus();
                assertThat(statut).as(adresse + parametres).isLessThan(500);
                String genre = String.valueOf(reponse.getResponse().getContentType());
                String corps = new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
                for (String nom : reponse.getResponse().getHeaderNames())
                    assertThat(reponse.getResponse().getHeaders(nom))
                            .as(adresse + " " + nom)
                            .allSatisfy(valeur -> assertThat(valeur).doesNotContain("\r", "\n"));
                if (genre.startsWith("text/html")) {
                    harmless(adresse + parametres, corps);
                    if (corps.contains("VICTIME")) pages++;
                } else if (genre.startsWith("text/csv")) {
                    assertThat(corps).as(adresse).doesNotContainPattern("(^|[;\n])\"?=1\\+1");
                    if (corps.contains("'=1+1")) fichiers++;
                }
            }
        }
        assertThat(pages).as("pages that show the names").isGreaterThan(60);
        assertThat(fichiers).as("files that hold the names").isGreaterThan(8);
    }

    private static void harmless(String adresse, String corps) {
        Document page = Jsoup.parse(corps);
        assertThat(page.select("script:not([src]), img[src=x], [onerror], [onload], [onclick]"))
                .as(adresse)
                .isEmpty();
    }

    @Test
    void what_is_typed_comes_back_as_text() {
        UtilisateurConnecte qui = account(victime, EnumSet.allOf(Role.class));
        for (Route route : routes().filter(r -> r.verbe == RequestMethod.POST).toList()) {
            Map<String, Long> choix = new LinkedHashMap<>();
            route.numeros().forEach(nom -> choix.put(nom, victime.n));
            Map<String, String> champs = new LinkedHashMap<>();
            route.champs().forEach(champ -> champs.put(champ, PIEGE));
            champs.keySet().removeAll(Set.of("champs", "adresse"));
            champs.put("h_" + victime.n + "_" + victime.n + "_2021-06", PIEGE);
            champs.put("j_" + victime.n + "_2021-06", PIEGE);
            MvcTestResult reponse = ask(route, route.adresse(choix), champs, qui);
            String corps = new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            String genre = String.valueOf(reponse.getResponse().getContentType());
            assertThat(reponse.getResponse().getStatus()).as(route.motif).isLessThan(500);
            if (corps.contains("1+1")) assertThat(genre).as(route.motif).matches("(text/html|application/json).*");
            if (genre.startsWith("text/html")) harmless(route.motif, corps);
        }
    }

    @Test
    void a_page_number_that_nobody_has_is_answered() {
        UtilisateurConnecte qui = account(victime, EnumSet.allOf(Role.class));
        for (Route route : routes().filter(r -> r.verbe == RequestMethod.GET).toList()) {
            Map<String, Long> choix = new LinkedHashMap<>();
            route.numeros().forEach(nom -> choix.put(nom, victime.n));
            for (String page : List.of(
                    "0",
                    "-1",
                    "9999999",
                    "2147483647",
                    "2147483648",
                    "9223372036854775807",
                    "99999999999999999999",
                    "1e9")) {
                int statut = ask(
                                route,
                                route.adresse(choix),
                                Map.of("page", page, "marche", Long.toString(victime.n)),
                                qui)
                        .getResponse()
                        .getStatus();
                assertThat(statut).as(route.motif + " page " + page).isLessThan(500);
            }
        }
    }

    /** The journal, the files and the records of others name people as well. */
    @Test
    void a_role_that_may_not_see_people_reads_no_name_anywhere() {
        List<String> lus = new ArrayList<>();
        for (Role role : List.of(Role.ADMINISTRATEUR, Role.RESPONSABLE)) {
            UtilisateurConnecte qui = account(victime, EnumSet.of(role));
            for (Route route :
                    routes().filter(r -> r.verbe == RequestMethod.GET).toList()) {
                Map<String, Long> choix = new LinkedHashMap<>();
                route.numeros().forEach(nom -> choix.put(nom, victime.n));
                for (Map<String, String> parametres : List.of(
                        Map.<String, String>of(),
                        Map.of("format", "csv"),
                        Map.of("q", "PERSONNE"),
                        Map.of("avec", Long.toString(victime.n + 1)))) {
                    MvcTestResult reponse = ask(route, route.adresse(choix), parametres, qui);
                    if (named(reponse)) lus.add(role + " " + route.adresse(choix) + parametres);
                }
            }
        }
        assertThat(lus).isEmpty();
    }

    private static boolean named(@Nullable MvcTestResult reponse) {
        return reponse != null && text(reponse).contains("PERSONNE-");
    }
}
