package fr.suiviclauses.proprietes;

import fr.suiviclauses.compte.CompteService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Loads a history into a structure of its own, asks its questions, and compares each answer with the oracle's. */
record Verification(MockMvcTester mvc, CompteService comptes) {

    /** The differences, by address; empty when product and oracle agree. */
    List<String> differences(Histoire histoire, List<Question> questions) {
        Produit produit = new Produit(mvc, comptes, "Histoire");
        Produit.Reponse loaded = produit.load(histoire);
        if (!loaded.isDone()) {
            return List.of("refused: " + loaded.corps());
        }
        return differences(produit, new Faits(histoire), questions);
    }

    static List<String> differences(Produit produit, Faits faits, List<Question> questions) {
        List<String> differences = new ArrayList<>();
        for (Question question : questions) {
            Produit.Reponse answer = produit.bilan(question);
            List<String> here = answer.isDone()
                    ? Comparaison.differences(expected(faits, question), answer.corps())
                    : List.of("answered " + answer.statut() + " " + answer.corps());
            here.forEach(difference -> differences.add(Produit.address(question) + " " + difference));
        }
        return differences;
    }

    private static Map<String, @Nullable Object> expected(Faits faits, Question question) {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>(OracleBilan.bilan(faits, new Regles(), question));
        expected.put("structure", "Histoire");
        expected.put("agregats_declares", List.of());
        return expected;
    }

    static Object present(Map<String, @Nullable Object> tree, String name) {
        return Objects.requireNonNull(tree.get(name), name);
    }
}
