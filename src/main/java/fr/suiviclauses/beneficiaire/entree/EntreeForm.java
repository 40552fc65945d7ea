package fr.suiviclauses.beneficiaire.entree;

import static java.util.Objects.requireNonNullElse;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.referentiel.Critere;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An entry as typed.
 *
 * @param criteres codes of those ticked
 * @param justificatifs by criterion, what proves it
 * @param verifications by criterion, when that was seen
 * @param metropole OUI, NON, or empty: unknown
 * @param qpvGeneration empty: the one of the date
 * @param version the version that the entry was opened on; empty for a new one
 * @param avant its criteria as the form was opened on them, in words; empty: unknown
 */
record EntreeForm(
        String debut,
        List<String> criteres,
        Map<String, String> justificatifs,
        Map<String, String> verifications,
        String diplome,
        String communeInsee,
        String metropole,
        String qpv,
        String qpvCode,
        String qpvGeneration,
        String qpvMode,
        String qpvEvalueLe,
        String prescripteur,
        String version,
        String avant) {

    EntreeForm {
        debut = requireNonNullElse(debut, "");
        criteres = List.copyOf(requireNonNullElse(criteres, List.of()));
        justificatifs = Map.copyOf(requireNonNullElse(justificatifs, Map.of()));
        verifications = Map.copyOf(requireNonNullElse(verifications, Map.of()));
        diplome = requireNonNullElse(diplome, "");
        communeInsee = requireNonNullElse(communeInsee, "");
        metropole = requireNonNullElse(metropole, "");
        qpv = requireNonNullElse(qpv, "");
        qpvCode = requireNonNullElse(qpvCode, "");
        qpvGeneration = requireNonNullElse(qpvGeneration, "");
        qpvMode = requireNonNullElse(qpvMode, "");
        qpvEvalueLe = requireNonNullElse(qpvEvalueLe, "");
        prescripteur = requireNonNullElse(prescripteur, "");
        version = requireNonNullElse(version, "");
        avant = requireNonNullElse(avant, "");
    }

    static EntreeForm vide() {
        return new EntreeForm("", List.of(), Map.of(), Map.of(), "", "", "", "INCONNU", "", "", "", "", "", "", "");
    }

    /**
     * What a request holds. Read by hand, for Spring's binder makes an error of the server of names that have brackets in
     * the wrong place.
     */
    static EntreeForm of(MultiValueMap<String, String> champs) {
        return new EntreeForm(
                one(champs, "debut"),
                champs.getOrDefault("criteres", List.of()),
                byCriterion(champs, "justificatifs"),
                byCriterion(champs, "verifications"),
                one(champs, "diplome"),
                one(champs, "communeInsee"),
                one(champs, "metropole"),
                one(champs, "qpv"),
                one(champs, "qpvCode"),
                one(champs, "qpvGeneration"),
                one(champs, "qpvMode"),
                one(champs, "qpvEvalueLe"),
                one(champs, "prescripteur"),
                one(champs, "version"),
                one(champs, "avant"));
    }

    private static String one(MultiValueMap<String, String> champs, String champ) {
        return requireNonNullElse(champs.getFirst(champ), "");
    }

    private static Map<String, String> byCriterion(MultiValueMap<String, String> champs, String champ) {
        return Stream.of(Critere.values())
                .collect(Collectors.toMap(Critere::code, c -> one(champs, champ + "[" + c.code() + "]")));
    }

    /** The form on an entry. */
    static EntreeForm of(EntreeService.Entree entree, List<SaisieEntree.Preuve> preuves) {
        return new EntreeForm(
                date(entree.debut()),
                preuves.stream().map(preuve -> preuve.critere().name()).toList(),
                preuves.stream()
                        .collect(Collectors.toMap(
                                p -> p.critere().name(), p -> requireNonNullElse(p.justificatif(), ""))),
                preuves.stream().collect(Collectors.toMap(p -> p.critere().name(), p -> date(p.verifieLe()))),
                requireNonNullElse(entree.diplome(), ""),
                requireNonNullElse(entree.communeInsee(), ""),
                entree.metropole() == null ? "" : entree.metropole() ? "OUI" : "NON",
                entree.qpv(),
                requireNonNullElse(entree.qpvCode(), ""),
                entree.qpvGeneration() == null ? "" : "G" + entree.qpvGeneration(),
                requireNonNullElse(entree.qpvMode(), ""),
                date(entree.qpvEvalueLe()),
                requireNonNullElse(entree.prescripteur(), ""),
                Integer.toString(entree.version()),
                proofs(preuves));
    }

    /** An entry's criteria in words, each with what proves it. */
    static String proofs(List<SaisieEntree.Preuve> preuves) {
        return Conflit.several(preuves.stream().map(p -> {
            String preuve = Stream.of(
                            requireNonNullElse(p.justificatif(), ""),
                            p.verifieLe() == null ? "" : "vérifié le " + date(p.verifieLe()))
                    .filter(texte -> !texte.isEmpty())
                    .collect(Collectors.joining(", "));
            return p.critere().libelle() + (preuve.isEmpty() ? "" : " (" + preuve + ")");
        }));
    }

    private static String date(@Nullable LocalDate jour) {
        return jour == null ? "" : jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH));
    }

    /** What proves a criterion, as typed. */
    public @Nullable String justificatif(String critere) {
        return justificatifs.get(critere);
    }

    /** When that was seen, as typed. */
    public @Nullable String verification(String critere) {
        return verifications.get(critere);
    }
}
