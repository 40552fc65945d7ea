package fr.suiviclauses.echange.depot;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.echange.fichier.FichierTemporaire;
import fr.suiviclauses.echange.fichier.Limites;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files deposited for import, from the upload to the report. */
@Controller
@RequestMapping("/imports")
@RequiredArgsConstructor
class ImportsController {

    private static final String TROP_GRAND = "Le fichier dépasse 100\u00a0Mo\u00a0: découpez-le en plusieurs envois.";

    private final DepotService depots;
    private final RapportService rapports;

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String genre,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return form(moi, number(page), find(genre, moi).orElse(GenreDepot.REPRISE), "", "", HttpStatus.OK);
    }

    /** A kind that she does not deposit is none. */
    private static Optional<GenreDepot> find(String genre, UtilisateurConnecte moi) {
        return GenreDepot.find(genre).filter(trouve -> trouve.isFor(moi));
    }

    @PostMapping
    ModelAndView deposit(
            @RequestParam(defaultValue = "") String genre,
            @RequestParam @Nullable MultipartFile fichier,
            @AuthenticationPrincipal UtilisateurConnecte moi)
            throws IOException {
        GenreDepot choisi = find(genre, moi).orElse(GenreDepot.REPRISE);
        String erreurGenre = find(genre, moi).isPresent() ? "" : "Choisissez ce que contient le fichier.";
        String erreurFichier = check(fichier);
        if (fichier == null || !erreurFichier.isEmpty() || !erreurGenre.isEmpty()) {
            return form(
                    moi,
                    1,
                    choisi,
                    erreurFichier,
                    erreurGenre,
                    erreurFichier.equals(TROP_GRAND) ? CONTENT_TOO_LARGE : UNPROCESSABLE_CONTENT);
        }
        try (FichierTemporaire recu = new FichierTemporaire()) {
            fichier.transferTo(recu.path());
            long id = depots.deposit(choisi, recu.path(), fichier.getOriginalFilename(), moi);
            return new ModelAndView("redirect:/imports/" + id);
        }
    }

    /** One much larger has its own page (413): the container reads no form of it, so that no controller sees it. */
    private static String check(@Nullable MultipartFile fichier) {
        if (fichier == null || (fichier.isEmpty() && isBlank(fichier.getOriginalFilename())))
            return "Choisissez un fichier.";
        if (fichier.isEmpty()) return "Ce fichier est vide.";
        return fichier.getSize() > Limites.OCTETS ? TROP_GRAND : "";
    }

    private static boolean isBlank(@Nullable String nom) {
        return nom == null || nom.isBlank();
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(defaultValue = "") String colonne,
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal UtilisateurConnecte moi) {
        return new ModelAndView(
                "imports/import", Map.of("page", rapports.page(id(id), moi, liste, colonne, number(page))));
    }

    /** The part of the page that tells how far the work is; when it has ended, the whole page is asked for again. */
    @GetMapping("/{id:\\d+}/avancement")
    ModelAndView progress(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, HttpServletResponse response) {
        ImportPage page = rapports.page(id(id), moi, "", "", 1);
        if (page.progression() == null) response.setHeader("HX-Refresh", "true");
        return new ModelAndView("imports/import :: avancement", Map.of("page", page));
    }

    @PostMapping("/{id:\\d+}/confirmation")
    String confirm(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        depots.confirm(id(id), moi);
        return "redirect:/imports/" + id(id);
    }

    @PostMapping("/{id:\\d+}/abandon")
    String abandon(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        depots.abandon(id(id), moi);
        return "redirect:/imports/" + id(id);
    }

    @PostMapping("/{id:\\d+}/verification")
    String retry(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        depots.retry(id(id), moi);
        return "redirect:/imports/" + id(id);
    }

    /** Puts all that an import of hours wrote back as it was; what stands in its way is told (409). */
    @PostMapping("/{id:\\d+}/annulation")
    ModelAndView cancel(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, RedirectAttributes redirect) {
        try {
            Obstacles obstacles = depots.cancel(id(id), moi);
            if (obstacles.total() > 0)
                return new ModelAndView(
                        "imports/import", Map.of("page", rapports.page(id(id), moi, obstacles)), HttpStatus.CONFLICT);
        } catch (RegleMetierException occupe) {
            redirect.addFlashAttribute("erreur", occupe.phrase());
        }
        return new ModelAndView("redirect:/imports/" + id(id));
    }

    /** The refused file back, with its column of errors. */
    @GetMapping("/{id:\\d+}/fichier")
    void annotated(
            @PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi, HttpServletResponse response)
            throws IOException {
        String nom = rapports.annotatedName(id(id), moi);
        // Through a file, so that a failure is still an error page and not half a file.
        try (FichierTemporaire copie = new FichierTemporaire()) {
            try (OutputStream out = Files.newOutputStream(copie.path())) {
                depots.copyAnnotated(id(id), moi, out);
            }
            Telechargement.headers(response, nom, Files.size(copie.path()));
            Files.copy(copie.path(), response.getOutputStream());
        }
    }

    /** The report as a file. */
    @GetMapping("/{id:\\d+}/rapport.{format:csv|xlsx}")
    void report(
            @PathVariable String id,
            @PathVariable String format,
            @AuthenticationPrincipal UtilisateurConnecte moi,
            HttpServletResponse response)
            throws IOException {
        Telechargement.send(rapports.document(id(id), moi), format, response);
    }

    private ModelAndView form(
            UtilisateurConnecte moi,
            int page,
            GenreDepot genre,
            String erreurFichier,
            String erreurGenre,
            HttpStatus statut) {
        return new ModelAndView(
                "imports/liste",
                Map.of("page", rapports.imports(moi, page, genre, erreurFichier, erreurGenre)),
                statut);
    }

    /** A number too long to be one is an import that does not exist. */
    private static long id(String texte) {
        if (texte.length() > 18) throw DepotService.unknown();
        return Long.parseLong(texte);
    }

    private static int number(String page) {
        if (!page.matches("[1-9][0-9]{0,6}")) {
            throw new RequeteInvalideException("« page » doit être un nombre à partir de 1.");
        }
        return Integer.parseInt(page);
    }
}
