package fr.suiviclauses.proprietes;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the pages show beside the figures of the API, as trees to compare with the oracle's. */
final class Pages {

    private Pages() {}

    static Perimetre perimetre(long structureId, Question question) {
        Map<String, String> filtres = question.filtre().parametres();
        return new Perimetre(
                structureId,
                question.debut(),
                question.annee(),
                new Filtres(
                        code(filtres.get("nature"), NatureDonneurOrdre::valueOf),
                        filtres.get("donneurOrdre"),
                        filtres.get("operation"),
                        filtres.get("groupe"),
                        code(filtres.get("type"), TypeMarche::valueOf),
                        code(filtres.get("clause"), TypeClause::valueOf)));
    }

    static Map<String, @Nullable Object> of(Bilan bilan) {
        Map<String, @Nullable Object> pages = new LinkedHashMap<>();
        pages.put(
                "types",
                bilan.types().stream()
                        .map(t -> tree(
                                "type", t.type().name(),
                                "heures", t.heures().valeur(),
                                "beneficiaires", t.beneficiaires(),
                                "marches", t.marches()))
                        .toList());
        pages.put(
                "chartes",
                bilan.chartes().stream()
                        .map(c -> tree(
                                "charte", c.charte(),
                                "donneurs_ordres", c.donneursOrdres(),
                                "heures", c.heures().valeur()))
                        .toList());
        pages.put("metropole", counts(bilan.metropole()));
        pages.put("ages", counts(bilan.ages()));
        pages.put(
                "prescripteurs",
                bilan.prescripteurs().stream()
                        .map(p -> tree("nom", p.nom(), "beneficiaires", p.beneficiaires()))
                        .toList());
        return pages;
    }

    /** One year of the curves, by the names of the API's indicators. */
    static Map<String, @Nullable Object> of(AnneeBilan annee) {
        return tree(
                "heures", annee.heures().valeur(),
                "beneficiaires", annee.beneficiaires(),
                "marches_suivis", annee.marchesSuivis(),
                "donneurs_ordres", annee.donneursOrdres(),
                "donneurs_ordres_avec_heures", annee.donneursOrdresAvecHeures(),
                "entreprises", annee.entreprises(),
                "heures_publiques", annee.heuresPubliques().valeur(),
                "heures_reservees", annee.heuresReservees().valeur(),
                "beneficiaires_reserves", annee.beneficiairesReserves(),
                "part_publique", percentage(annee.partPublique()),
                "part_top10", percentage(annee.partTop10()),
                "part_signataires_sba", percentage(annee.partSignatairesSba()),
                "part_services", percentage(annee.partServices()),
                "part_travaux", percentage(annee.partTravaux()),
                "part_tp", percentage(annee.partTp()),
                "part_heures_reservees", percentage(annee.partReservees()));
    }

    private static @Nullable BigDecimal percentage(Part part) {
        return part.pourcentage(2);
    }

    private static List<Map<String, @Nullable Object>> counts(List<? extends LigneEffectif<?>> lignes) {
        return lignes.stream()
                .map(l ->
                        tree("code", l.code() == null ? null : l.code().toString(), "beneficiaires", l.beneficiaires()))
                .toList();
    }

    private static <E> @Nullable E code(@Nullable String valeur, Function<String, E> of) {
        return valeur == null ? null : of.apply(valeur);
    }

    private static Map<String, @Nullable Object> tree(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(Objects.requireNonNull(namesAndValues[i]).toString(), namesAndValues[i + 1]);
        }
        return tree;
    }
}
