package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.bilan.perimetre.Perimetre;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bilan as JSON: a contract that other programs rely on. */
@RestController
@RequiredArgsConstructor
@Tag(name = "Bilans", description = "Les chiffres d’une année ou d’une période, les mêmes que ceux des pages")
class BilanApiController {

    private final BilanService bilans;

    @GetMapping("/api/v1/bilans/{annee}")
    @Operation(
            summary = "Le bilan d’une année, ou d’une période",
            description =
                    "Les listes contiennent ce qui a des heures comptées dans la période, du plus grand au plus petit, puis par nom. Les filtres choisissent des lots ; tous les dénominateurs et la cohorte suivent les mêmes filtres.")
    @Parameter(
            name = "annee",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(type = "integer", minimum = "1990", maximum = "2200"),
            example = "2021")
    @Parameter(
            name = "depuis",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer"),
            description =
                    "Première année : les mêmes chiffres sur toute la période ; ceux à douze mois sont alors null.")
    @Parameter(
            name = "nature",
            in = ParameterIn.QUERY,
            schema = @Schema(allowableValues = {"PUBLIC", "PRIVE"}),
            description = "Nature du donneur d’ordres.")
    @Parameter(
            name = "donneurOrdre",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "Nom exact d’un donneur d’ordres.")
    @Parameter(
            name = "operation",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "Nom exact d’une opération.")
    @Parameter(
            name = "groupe",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "Un des quatorze groupes de familles d’achats.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            schema = @Schema(allowableValues = {"TRAVAUX", "SERVICES", "FOURNITURES"}),
            description = "Type du marché.")
    @Parameter(
            name = "clause",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "Code d’une clause que le lot porte.")
    @ApiResponse(responseCode = "200", description = "Le bilan")
    @ApiResponse(responseCode = "400", description = "Année ou filtre sans signification")
    @ApiResponse(responseCode = "401", description = "Jeton absent ou inconnu")
    @ApiResponse(responseCode = "404", description = "Donneur d’ordres, opération ou groupe inconnu")
    BilanJson bilan(@Parameter(hidden = true) Perimetre perimetre) {
        return BilanJson.of(bilans.withoutTrajectory(perimetre));
    }
}
