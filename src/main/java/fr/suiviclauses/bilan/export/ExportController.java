package fr.suiviclauses.bilan.export;

import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Telechargement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A page's tables as files, at the page's own address with {@code format=csv} or {@code xlsx}: one with {@code table},
 * else all of them (one sheet each; a CSV holds but one, the first).
 */
@Controller
@RequiredArgsConstructor
class ExportController {

    private static final String ANNEE = "/bilan/{annee:\\d\\d\\d\\d}";

    private final ExportService exports;

    /** The pages' own patterns, word for word: the parameter makes these the closer match. */
    @GetMapping(
            path = {
                ANNEE,
                ANNEE + "/donneurs-ordres",
                ANNEE + "/familles",
                ANNEE + "/beneficiaires",
                ANNEE + "/parcours",
                ANNEE + "/perimetres",
                "/bilan/evolution"
            },
            params = "format")
    void export(
            Perimetre perimetre,
            @RequestParam String format,
            @RequestParam @Nullable String table,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String motif = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        write(perimetre, Partie.of(motif.replace(ANNEE, "")), format, table, response);
    }

    private void write(
            Perimetre perimetre, Partie partie, String format, @Nullable String table, HttpServletResponse response)
            throws IOException {
        Telechargement.format(format);
        Document document = exports.document(perimetre, tables(partie, format, table));
        Telechargement.send(document, format, response);
    }

    private static List<Rubrique> tables(Partie partie, String format, @Nullable String table) {
        if (table == null || table.isEmpty()) {
            return format.equals("csv") ? partie.rubriques().subList(0, 1) : partie.rubriques();
        }
        return partie.rubriques().stream()
                .filter(rubrique -> rubrique.code().equals(table))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IntrouvableException("Cette page n’a pas de tableau de ce nom."));
    }
}
