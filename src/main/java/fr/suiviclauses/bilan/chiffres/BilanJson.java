package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.referentiel.TypeClause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A bilan as the API gives it: a contract, apart from the records of the pages so that these may change. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(name = "Bilan", description = "Le bilan d’une année ou d’une période, calculé sur les heures comptées.")
record BilanJson(
        int annee,

        @Schema(description = "Première année de la période ; l’année du bilan, sauf demande contraire.")
        int depuis,

        String structure,
        EtatBilan etat,

        @Schema(
                description =
                        "Un nombre par indicateur : heures et pourcentages à deux décimales, null sans dénominateur.")
        Map<String, @Nullable Number> indicateurs,

        List<DonneurOrdre> donneursOrdres,
        List<Famille> familles,
        List<Groupe> groupesFamilles,
        List<CritereEffectif> criteres,
        List<DiplomeEffectif> diplomes,
        List<SexeEffectif> sexes,
        List<QpvEffectif> qpv,
        List<ModaliteContrats> modalites,
        List<ClauseHeures> clauses,
        List<SituationEffectif> situations,
        List<OperationHeures> operations,
        List<Agregat> agregatsDeclares) {

    record DonneurOrdre(String nom, NatureDonneurOrdre nature, Heures heures, long beneficiaires, long marches) {}

    record Famille(String groupe, String famille, Heures heures) {}

    record Groupe(String groupe, Heures heures, @Nullable BigDecimal part) {}

    record CritereEffectif(@Nullable Critere critere, long beneficiaires) {}

    record DiplomeEffectif(
            @Schema(description = "null : non renseigné") @Nullable
            Diplome diplome,

            long beneficiaires) {}

    record SexeEffectif(@Nullable Sexe sexe, long beneficiaires) {}

    record QpvEffectif(@Nullable Qpv qpv, long beneficiaires) {}

    record ModaliteContrats(Modalite modalite, long contrats, long beneficiaires, Heures heures) {}

    record ClauseHeures(TypeClause clause, Heures heures, long marches, long beneficiaires) {}

    record SituationEffectif(@Nullable Situation situation, long beneficiaires) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record OperationHeures(
            String nom,
            @Nullable BigDecimal objectif,
            Heures heuresAnnee,
            Heures heuresCumul,
            long beneficiaires,
            @Nullable BigDecimal taux) {}

    record Agregat(
            String libelle,
            int annee,
            @Nullable BigDecimal heures,
            @Nullable Long beneficiaires,
            @Nullable Long operations,
            @Nullable BigDecimal etp,
            @Nullable BigDecimal objectif) {}

    static BilanJson of(Bilan bilan) {
        return new BilanJson(
                bilan.perimetre().annee(),
                bilan.perimetre().depuis(),
                bilan.structure(),
                bilan.etat(),
                indicateurs(bilan.indicateurs()),
                bilan.donneursOrdres().stream()
                        .map(d -> new DonneurOrdre(d.nom(), d.nature(), d.heures(), d.beneficiaires(), d.marches()))
                        .toList(),
                bilan.familles().stream()
                        .map(f -> new Famille(f.groupe(), f.famille(), f.heures()))
                        .toList(),
                bilan.groupes().stream()
                        .map(g -> new Groupe(
                                g.groupe(), g.heures(), bilan.part(g.heures()).pourcentage(2)))
                        .toList(),
                bilan.criteres().stream()
                        .map(c -> new CritereEffectif(c.code(), c.beneficiaires()))
                        .toList(),
                bilan.diplomes().stream()
                        .map(d -> new DiplomeEffectif(d.code(), d.beneficiaires()))
                        .toList(),
                bilan.sexes().stream()
                        .map(s -> new SexeEffectif(s.code(), s.beneficiaires()))
                        .toList(),
                bilan.qpv().stream()
                        .map(q -> new QpvEffectif(q.code(), q.beneficiaires()))
                        .toList(),
                bilan.modalites().stream()
                        .map(m -> new ModaliteContrats(m.modalite(), m.contrats(), m.beneficiaires(), m.heures()))
                        .toList(),
                bilan.clauses().stream()
                        .map(c -> new ClauseHeures(c.clause(), c.heures(), c.marches(), c.beneficiaires()))
                        .toList(),
                bilan.situations().stream()
                        .map(s -> new SituationEffectif(s.code(), s.beneficiaires()))
                        .toList(),
                bilan.operations().stream()
                        .map(o -> new OperationHeures(
                                o.nom(),
                                cents(o.objectif()),
                                o.heuresAnnee(),
                                o.heuresCumul(),
                                o.beneficiaires(),
                                o.taux().pourcentage(2)))
                        .toList(),
                bilan.agregats().stream()
                        .map(a -> new Agregat(
                                a.libelle(),
                                a.annee(),
                                cents(a.heures()),
                                a.beneficiaires(),
                                a.operations(),
                                cents(a.etp()),
                                cents(a.objectif())))
                        .toList());
    }

    private static Map<String, @Nullable Number> indicateurs(Indicateurs indicateurs) {
        Map<String, @Nullable Number> valeurs = new LinkedHashMap<>();
        for (Indicateur indicateur : Indicateur.values()) {
            valeurs.put(indicateur.code(), indicateur.valeur(indicateurs));
        }
        return valeurs;
    }

    private static @Nullable BigDecimal cents(@Nullable BigDecimal nombre) {
        return nombre == null ? null : nombre.setScale(2, RoundingMode.HALF_UP);
    }
}
