package fr.suiviclauses.echange.api;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.depot.DepotService;
import fr.suiviclauses.echange.depot.GenreDepot;
import fr.suiviclauses.echange.fichier.FichierRefuseException;
import fr.suiviclauses.echange.fichier.FichierTemporaire;
import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.securite.UtilisateurConnecte;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The imports for other programs. */
@RestController
@RequiredArgsConstructor
@Tag(name = "Imports", description = "La reprise d’un historique et les situations de suivi, en CSV ou en XLSX")
class ImportsApiController {

    private final DepotService depots;

    @PostMapping(path = "/api/v1/reprises", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Importe un fichier de reprise",
            description =
                    "Tout ou rien, en une transaction. Le même fichier envoyé deux fois n’ajoute et ne change rien. Toutes les erreurs viennent ensemble (les 1 000 premières, avec le total).")
    @ApiResponse(responseCode = "200", description = "Importé, ou ce qui se passerait (essai)")
    @ApiResponse(responseCode = "400", description = "Champ « fichier » absent")
    @ApiResponse(responseCode = "401", description = "Jeton absent ou inconnu")
    @ApiResponse(responseCode = "413", description = "Fichier trop grand")
    @ApiResponse(responseCode = "415", description = "Ni CSV ni XLSX")
    @ApiResponse(responseCode = "422", description = "Erreurs dans le fichier : rien n’est écrit")
    ResponseEntity<?> reprise(
            @Parameter(description = "CSV ou XLSX") @RequestPart("fichier") MultipartFile fichier,
            @Parameter(description = "Dit ce qui se passerait, sans rien écrire")
                    @RequestParam(name = "essai", defaultValue = "false")
                    boolean essai,
            @Parameter(hidden = true) @AuthenticationPrincipal UtilisateurConnecte moi)
            throws IOException {
        return answer(GenreDepot.REPRISE, fichier, essai, moi);
    }

    @PostMapping(path = "/api/v1/suivis", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Importe un fichier de suivi",
            description = "Ce que sont devenues les personnes, 3, 6 ou 12 mois après. Mêmes règles que la reprise.")
    @ApiResponse(responseCode = "200", description = "Importé, ou ce qui se passerait (essai)")
    @ApiResponse(responseCode = "422", description = "Erreurs dans le fichier : rien n’est écrit")
    ResponseEntity<?> suivis(
            @Parameter(description = "CSV ou XLSX") @RequestPart("fichier") MultipartFile fichier,
            @Parameter(description = "Dit ce qui se passerait, sans rien écrire")
                    @RequestParam(name = "essai", defaultValue = "false")
                    boolean essai,
            @Parameter(hidden = true) @AuthenticationPrincipal UtilisateurConnecte moi)
            throws IOException {
        return answer(GenreDepot.SUIVIS, fichier, essai, moi);
    }

    private ResponseEntity<?> answer(GenreDepot genre, MultipartFile fichier, boolean essai, UtilisateurConnecte moi)
            throws IOException {
        try (FichierTemporaire recu = new FichierTemporaire()) {
            fichier.transferTo(recu.path());
            ResultatImport resultat = depots.importer(
                    genre,
                    recu.path(),
                    fichier.getOriginalFilename(),
                    moi.structureId(),
                    moi.id(),
                    essai,
                    Avancement.SILENCIEUX);
            if (!resultat.refuse()) return ResponseEntity.ok(ImportJson.of(resultat));
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    errors(resultat.totalErreurs()),
                    resultat.erreurs(),
                    resultat.totalErreurs(),
                    resultat.avertissements());
        }
    }

    private static String errors(int total) {
        return total == 1
                ? "Une erreur dans le fichier\u00a0: rien n’a été écrit."
                : NombreAffiche.of(total) + " erreurs dans le fichier\u00a0: rien n’a été écrit.";
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(FichierRefuseException refus) {
        HttpStatus statut = switch (refus.motif()) {
            case TROP_GRAND -> HttpStatus.CONTENT_TOO_LARGE;
            case TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case ILLISIBLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(
                statut, refus.phrase(), List.of(new Anomalie(refus.ligne(), null, "", refus.phrase())), 1, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException cause) {
        return refused(new FichierRefuseException(
                FichierRefuseException.Motif.TROP_GRAND,
                "Le fichier dépasse 100\u00a0Mo\u00a0: découpez-le en plusieurs envois."));
    }

    @ExceptionHandler({MissingServletRequestPartException.class, MultipartException.class})
    ResponseEntity<ProblemDetail> missing() {
        String phrase = "Envoyez le fichier dans le champ «\u00a0fichier\u00a0» d’un formulaire multipart.";
        return problem(HttpStatus.BAD_REQUEST, phrase, List.of(new Anomalie(null, null, "", phrase)), 1, List.of());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus statut, String detail, List<Anomalie> erreurs, int total, List<Anomalie> avertissements) {
        ProblemDetail probleme = ProblemDetail.forStatusAndDetail(statut, detail);
        probleme.setTitle(statut == HttpStatus.BAD_REQUEST ? "Requête invalide" : "Fichier refusé");
        probleme.setProperty("erreurs", erreurs);
        probleme.setProperty("totalErreurs", total);
        probleme.setProperty("avertissements", avertissements);
        return ResponseEntity.status(statut)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(probleme);
    }
}
