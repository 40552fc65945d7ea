package fr.suiviclauses.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the 2021 report, as printed: what every test of the demonstration expects. */
public final class ChiffresDuRapport {

    /** The report's words for what the application calls by its codes. */
    public static final Map<String, String> STATUTS = Map.of(
            "RSA et minima sociaux", "RSA_MINIMA_SOCIAUX",
            "Demandeurs d'emploi > 50 ans", "SENIOR_50",
            "En suivi IAE", "SUIVI_IAE",
            "Demandeurs d'emploi de longue durée", "DELD",
            "Jeunes -26 sans expérience", "JEUNE_SANS_EXPERIENCE",
            "Jeunes -26 sans qualification", "JEUNE_SANS_QUALIFICATION",
            "Autres (primo-arrivant, sortie de prison...)", "AUTRE",
            "Demandeurs d'emploi TH", "TH",
            "DE-QPV-en difficultés", "QPV_EN_DIFFICULTE",
            "Femme reprenant une activité", "FEMME_REPRISE");

    public static final Map<String, String> DIPLOMES = Map.of(
            "Diplôme étranger", "ETRANGER",
            "Master 2", "MASTER2",
            "Licence / Maîtrise / Master 1", "LICENCE",
            "BAC + 2", "BAC2",
            "BAC", "BAC",
            "CAP / BEP", "CAP_BEP",
            "DNB - 2ème année CAP/BEP", "DNB",
            "Savoirs de base", "SAVOIRS_BASE");

    public static final Map<String, String> SITUATIONS = Map.ofEntries(
            Map.entry("CDI", "CDI"),
            Map.entry("Intérim", "INTERIM"),
            Map.entry("Intérim d'insertion", "INTERIM_INSERTION"),
            Map.entry("Contrat d'insertion", "CONTRAT_INSERTION"),
            Map.entry("CDD", "CDD"),
            Map.entry("Alternance", "ALTERNANCE"),
            Map.entry("Contrat aidé", "CONTRAT_AIDE"),
            Map.entry("Formation", "FORMATION"),
            Map.entry("Demandeur d'emploi", "DEMANDEUR_EMPLOI"),
            Map.entry("Sans situation", "SANS_SITUATION"),
            Map.entry("Abandon, déménagement, maladie", "ABANDON"),
            Map.entry("Non renseigné", "NON_RENSEIGNE"));

    public static final Map<String, String> MODALITES = Map.ofEntries(
            Map.entry("Entreprises de Travail Temporaire", "ETT"),
            Map.entry("Embauches directes", "EMBAUCHE_DIRECTE"),
            Map.entry("ETTI", "ETTI"),
            Map.entry("GEIQ", "GEIQ"),
            Map.entry("Entreprises d'Insertion", "EI"),
            Map.entry("Associations Intermédiaires", "AI"),
            Map.entry("Régies de quartier", "REGIE_QUARTIER"),
            Map.entry("ESAT", "ESAT"),
            Map.entry("Ateliers et Chantiers d'Insertion", "ACI"),
            Map.entry("Sous-traitance EI", "SOUS_TRAITANCE_EI"),
            Map.entry("Co-traitance EI", "COTRAITANCE_EI"),
            Map.entry("Autres", "AUTRE"));

    private static final JsonNode RAPPORT = read();

    private ChiffresDuRapport() {}

    /** A figure by its path, such as "totals/heures_2021". */
    public static int entier(String chemin) {
        return noeud(chemin).decimalValue().intValueExact();
    }

    /** The lines of a breakdown, from the application's code to the printed figure. */
    public static Map<String, BigDecimal> lignes(String chemin, Map<String, String> codes) {
        Map<String, BigDecimal> lignes = new TreeMap<>();
        noeud(chemin)
                .properties()
                .forEach(p -> lignes.put(code(codes, p.getKey()), p.getValue().decimalValue()));
        return lignes;
    }

    /** The buyers of a nature, from their name to their printed hours. */
    public static Map<String, BigDecimal> donneursOrdres(String chemin) {
        Map<String, BigDecimal> lignes = new TreeMap<>();
        StreamSupport.stream(noeud(chemin).spliterator(), false)
                .forEach(d -> lignes.put(
                        d.get("nom").stringValue(), d.get("displayed").decimalValue()));
        return lignes;
    }

    private static String code(Map<String, String> codes, String libelle) {
        String code = codes.isEmpty() ? libelle : codes.get(libelle);
        if (code == null) {
            throw new IllegalArgumentException("no code for " + libelle);
        }
        return code;
    }

    private static JsonNode noeud(String chemin) {
        JsonNode noeud = RAPPORT.at("/" + chemin);
        if (noeud.isMissingNode()) {
            throw new IllegalArgumentException("the report has no " + chemin);
        }
        return noeud;
    }

    private static JsonNode read() {
        try (InputStream in = ChiffresDuRapport.class.getResourceAsStream("/rapport-2021/chiffres.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
