package fr.suiviclauses.proprietes;

import fr.suiviclauses.compte.CompteService;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The program, asked through its API as a program of one new structure would. */
final class Produit {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final MockMvcTester mvc;
    private final String jeton = UUID.randomUUID().toString();

    final long structureId;

    Produit(MockMvcTester mvc, CompteService comptes, String structure) {
        this.mvc = mvc;
        structureId = comptes.openStructure(structure, null);
        comptes.openApi(structureId, jeton);
    }

    /** An answer of the API: its status and its JSON. */
    record Reponse(int statut, Map<String, Object> corps) {

        boolean isDone() {
            return statut == 200;
        }

        int count(String nom) {
            return ((Number) Objects.requireNonNull(corps.get(nom), nom)).intValue();
        }
    }

    /** The whole history; refused as soon as one of its files is. */
    Reponse load(Histoire histoire) {
        Reponse reprise = reprise(histoire);
        return !reprise.isDone() || histoire.suivis().isEmpty() ? reprise : suivis(histoire);
    }

    Reponse reprise(Histoire histoire) {
        return post("/api/v1/reprises", histoire.reprise());
    }

    Reponse suivis(Histoire histoire) {
        return post("/api/v1/suivis", histoire.fichierSuivi());
    }

    Reponse bilan(Question question) {
        return answer(mvc.get()
                .uri(URI.create(address(question)))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + jeton)
                .exchange());
    }

    static String address(Question question) {
        Map<String, String> parametres = question.parametres();
        String query = parametres.entrySet().stream()
                .map(p -> p.getKey() + "="
                        + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .sorted()
                .collect(Collectors.joining("&"));
        return "/api/v1/bilans/" + question.annee() + (query.isEmpty() ? "" : "?" + query);
    }

    private Reponse post(String address, byte[] fichier) {
        return answer(mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("fichier", "histoire.csv", "text/csv", fichier))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + jeton)
                .exchange());
    }

    private static Reponse answer(MvcTestResult result) {
        byte[] body = result.getResponse().getContentAsByteArray();
        return new Reponse(
                result.getResponse().getStatus(),
                body.length == 0 ? Map.of() : Objects.requireNonNull(JSON.readValue(body, TREE)));
    }

    /** A number of an answer as it is written, to its decimals. */
    static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }
}
