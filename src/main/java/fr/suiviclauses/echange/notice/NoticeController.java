package fr.suiviclauses.echange.notice;

import fr.suiviclauses.commun.IntrouvableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Explains the files to import, and gives templates of them. */
@Controller
@RequiredArgsConstructor
class NoticeController {

    private final NoticeService notices;

    @GetMapping("/imports/aide")
    ModelAndView show() {
        return new ModelAndView("imports/aide", Map.of("page", notices.page()));
    }

    @GetMapping("/imports/modele/{genre}.{format}")
    void template(@PathVariable String genre, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        Modele modele = switch (genre) {
            case "reprise" -> Modele.REPRISE;
            case "suivis" -> Modele.SUIVIS;
            default -> throw unknown();
        };
        if (!format.equals("csv") && !format.equals("xlsx")) throw unknown();
        EcritureModele.send(modele, format, response);
    }

    private static IntrouvableException unknown() {
        return new IntrouvableException("Ce modèle n’existe pas.");
    }
}
