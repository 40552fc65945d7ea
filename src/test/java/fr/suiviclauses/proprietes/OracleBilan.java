package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bilan of a history, by plain loops over its rows: slow, and easy to believe. */
final class OracleBilan {

    private static final int BEFORE_ALL_YEARS = Integer.MIN_VALUE;

    private final Faits faits;
    private final Regles regles;
    private final Question question;
    private final Comptees periode;
    private final Comptees cumul;
    private final Comptees cohorte;
    private final Map<Faits.Personne, Faits.Entree> entrees;
    private final List<Faits.Lot> lots;
    private final Set<Faits.Marche> suivis;

    private OracleBilan(Faits faits, Regles regles, Question question) {
        this.faits = faits;
        this.regles = regles;
        this.question = question;
        int annee = question.annee();
        periode = Comptees.of(faits, regles, question.filtre(), question.debut(), annee);
        cumul = Comptees.of(faits, regles, question.filtre(), BEFORE_ALL_YEARS, annee);
        int worked = regles.cohortOf(annee);
        cohorte = Comptees.of(faits, regles, question.filtre(), worked, worked);
        entrees = periode.retainedEntries(regles);
        lots = faits.lots.stream().filter(question.filtre()::selects).toList();
        suivis = followed();
    }

    /** The answer of the API, but for the structure's name and its declared aggregates. */
    static Map<String, @Nullable Object> bilan(Faits faits, Regles regles, Question question) {
        OracleBilan oracle = new OracleBilan(faits, regles, question);
        Map<String, @Nullable Object> bilan = new LinkedHashMap<>();
        bilan.put("annee", question.annee());
        bilan.put("depuis", question.debut());
        bilan.put("etat", "PROVISOIRE");
        bilan.put("indicateurs", oracle.indicateurs());
        bilan.put("donneurs_ordres", oracle.donneursOrdres());
        bilan.put("familles", oracle.familles());
        bilan.put("groupes_familles", oracle.groupes());
        bilan.put("criteres", oracle.criteres());
        bilan.put("diplomes", oracle.people("diplome", Faits.Entree::diplome));
        bilan.put("sexes", oracle.sexes());
        bilan.put("qpv", oracle.people("qpv", Faits.Entree::qpv));
        bilan.put("modalites", oracle.modalites());
        bilan.put("clauses", oracle.clauses());
        bilan.put("situations", oracle.situations());
        bilan.put("operations", oracle.operations());
        return bilan;
    }

    /** What the pages show besides. */
    static Map<String, @Nullable Object> pages(Faits faits, Regles regles, Question question) {
        OracleBilan oracle = new OracleBilan(faits, regles, question);
        Map<String, @Nullable Object> pages = new LinkedHashMap<>();
        pages.put("types", oracle.types());
        pages.put("chartes", oracle.chartes());
        pages.put("metropole", oracle.people("code", Faits.Entree::metropole));
        pages.put("ages", oracle.ages());
        pages.put("prescripteurs", oracle.people("nom", Faits.Entree::prescripteur));
        return pages;
    }

    private Set<Faits.Marche> followed() {
        LocalDate first = LocalDate.of(question.debut(), 1, 1);
        LocalDate last = LocalDate.of(question.annee(), 12, 31);
        Set<Faits.Marche> followed = new LinkedHashSet<>();
        for (Faits.Lot lot : lots) {
            if (regles.activeBetween(lot.marche(), first, last)
                    || (regles.followedByItsHours() && periode.marches().contains(lot.marche()))) {
                followed.add(lot.marche());
            }
        }
        return followed;
    }

    private Map<String, @Nullable Object> indicateurs() {
        BigDecimal h = periode.total();
        int b = periode.personnes().size();
        Comptees publiques =
                periode.where(une -> une.marche().donneur().nature().equals("PUBLIC"));
        Comptees privees = periode.where(une -> une.marche().donneur().nature().equals("PRIVE"));
        Comptees reservees = periode.where(une -> regles.reserved(une.lot()));
        Set<Faits.Marche> reserves =
                suivis.stream().filter(this::hasReservedLot).collect(Collectors.toSet());
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("heures", h);
        all.put("beneficiaires", b);
        all.put("marches_suivis", suivis.size());
        all.put(
                "donneurs_ordres",
                suivis.stream().map(Faits.Marche::donneur).distinct().count());
        all.put("donneurs_ordres_avec_heures", buyers(periode));
        all.put("donneurs_ordres_publics_avec_heures", buyers(publiques));
        all.put("donneurs_ordres_prives_avec_heures", buyers(privees));
        all.put("entreprises", entreprises().size());
        all.put("heures_cumul", cumul.total());
        all.put("beneficiaires_cumul", cumul.personnes().size());
        all.put("heures_publiques", publiques.total());
        all.put("heures_privees", privees.total());
        all.put("part_publique", regles.percentage(publiques.total(), h));
        all.put("part_top10", regles.percentage(topTen(), h));
        all.put(
                "part_signataires_sba",
                shareOf(une -> regles.signatory(une.marche().donneur(), question.annee())));
        all.put(
                "familles_avec_heures",
                periode.distinct(une -> une.lot().famille()).size());
        all.put("part_services", shareOf(une -> une.marche().type().equals("SERVICES")));
        all.put("part_travaux", shareOf(une -> une.marche().type().equals("TRAVAUX")));
        all.put("part_tp", shareOf(une -> une.lot().groupe().equals("TP & réseaux")));
        all.put("heures_reservees", reservees.total());
        all.put("beneficiaires_reserves", reservees.personnes().size());
        all.put("marches_reserves", reserves.size());
        all.put("part_heures_reservees", regles.percentage(reservees.total(), h));
        all.put("part_marches_reserves", regles.percentage(reserves.size(), suivis.size()));
        all.put("part_deld", peopleShare(entree -> entree.criteres().contains("DELD")));
        all.put("part_jeunes_26", peopleShare(regles::young));
        all.put("part_femmes", part(people(p -> p.sexe().equals("F")), known(p -> p.sexe())));
        all.put(
                "part_qpv",
                part(
                        people(p -> entree(p).qpv().equals("OUI")),
                        known(p -> entree(p).qpv())));
        all.put(
                "part_metropole",
                part(
                        people(p -> entree(p).metropole().equals("OUI")),
                        known(p -> entree(p).metropole())));
        all.put(
                "part_infra_cap",
                part(
                        people(p -> regles.atMostCap(entree(p))),
                        known(p -> entree(p).diplome())));
        all.put(
                "part_sans_diplome",
                part(
                        people(p -> regles.withoutDiploma(entree(p))),
                        known(p -> entree(p).diplome())));
        boolean oneYear = question.isOneYear();
        int c = cohorte.personnes().size();
        all.put("cohorte_12_mois", oneYear ? c : null);
        all.put("part_emploi_12_mois", oneYear ? regles.percentage(answering(regles::inWork), c) : null);
        all.put("part_sans_emploi_12_mois", oneYear ? regles.percentage(answering(regles::withoutWork), c) : null);
        all.put("heures_par_beneficiaire", regles.ratio(h, BigDecimal.valueOf(b)));
        all.put("etp", regles.etp(h));
        return all;
    }

    private static int buyers(Comptees heures) {
        return heures.distinct(une -> une.marche().donneur()).size();
    }

    private boolean hasReservedLot(Faits.Marche marche) {
        return lots.stream().anyMatch(lot -> lot.marche().equals(marche) && regles.reserved(lot));
    }

    private Set<String> entreprises() {
        Set<Faits.Lot> withHours = periode.distinct(Comptees.Une::lot);
        Set<String> companies = new LinkedHashSet<>();
        for (Faits.Participation participation : faits.participations) {
            Faits.Lot lot = participation.lot();
            if (lots.contains(lot)
                    && suivis.contains(lot.marche())
                    && (regles.lotWithoutHoursIsFollowed() || withHours.contains(lot))) {
                companies.add(participation.entreprise());
            }
        }
        if (regles.employerIsACompany()) {
            companies.addAll(periode.distinct(une -> une.heure().contrat().employeur()));
        }
        return companies;
    }

    private BigDecimal topTen() {
        return periode.distinct(une -> une.marche().donneur()).stream()
                .map(donneur -> of(donneur).total())
                .sorted(Comparator.reverseOrder())
                .limit(regles.largestBuyers())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Comptees of(Faits.Donneur donneur) {
        return periode.where(une -> une.marche().donneur().equals(donneur));
    }

    private @Nullable BigDecimal shareOf(Predicate<Comptees.Une> condition) {
        return regles.percentage(periode.where(condition).total(), periode.total());
    }

    private @Nullable BigDecimal peopleShare(Predicate<Faits.Entree> condition) {
        return part(people(p -> condition.test(entree(p))), periode.personnes().size());
    }

    private @Nullable BigDecimal part(long part, long total) {
        return regles.percentage(part, total);
    }

    private long people(Predicate<Faits.Personne> condition) {
        return periode.personnes().stream().filter(condition).count();
    }

    private long known(Function<Faits.Personne, String> attribute) {
        return people(p -> regles.inDenominator(attribute.apply(p)));
    }

    private Faits.Entree entree(Faits.Personne personne) {
        return Objects.requireNonNull(entrees.get(personne));
    }

    /** What each person of the cohort answered at 12 months; without an answer NON_RENSEIGNE. */
    private List<String> answers() {
        List<String> answers = new ArrayList<>();
        int worked = regles.cohortOf(question.annee());
        for (Faits.Personne personne : cohorte.personnes()) {
            String answer = "NON_RENSEIGNE";
            for (Suivi suivi : faits.suivis) {
                if (suivi.beneficiaireRef().equals(personne.ref()) && regles.answers(suivi, worked)) {
                    answer = suivi.situation();
                }
            }
            answers.add(answer);
        }
        return answers;
    }

    private long answering(Predicate<String> condition) {
        return answers().stream().filter(condition).count();
    }

    private Lignes donneursOrdres() {
        Lignes lignes = new Lignes("heures", "nom");
        for (Faits.Donneur donneur :
                suivis.stream().map(Faits.Marche::donneur).distinct().toList()) {
            lignes.add(
                    "nom", donneur.nom(),
                    "nature", donneur.nature(),
                    "heures", of(donneur).total(),
                    "beneficiaires", of(donneur).personnes().size(),
                    "marches",
                            suivis.stream()
                                    .filter(m -> m.donneur().equals(donneur))
                                    .count());
        }
        return lignes;
    }

    private Lignes familles() {
        Lignes lignes = new Lignes("heures", "famille");
        for (String famille : periode.distinct(une -> une.lot().famille())) {
            Comptees own = periode.where(une -> une.lot().famille().equals(famille));
            lignes.add(
                    "groupe", own.heures().get(0).lot().groupe(),
                    "famille", famille,
                    "heures", own.total());
        }
        return lignes;
    }

    private Lignes groupes() {
        Lignes lignes = new Lignes("heures", "groupe");
        for (String groupe : periode.distinct(une -> une.lot().groupe())) {
            BigDecimal heures =
                    periode.where(une -> une.lot().groupe().equals(groupe)).total();
            lignes.add("groupe", groupe, "heures", heures, "part", regles.percentage(heures, periode.total()));
        }
        return lignes;
    }

    private Lignes criteres() {
        List<String> held = new ArrayList<>();
        entrees.values().forEach(entree -> held.addAll(entree.criteres()));
        return tally("critere", held);
    }

    private Lignes sexes() {
        return tally(
                "sexe", periode.personnes().stream().map(Faits.Personne::sexe).toList());
    }

    private Lignes people(String name, Function<Faits.Entree, String> attribute) {
        return tally(name, entrees.values().stream().map(attribute).toList());
    }

    private Lignes situations() {
        return tally("situation", question.isOneYear() ? answers() : List.of());
    }

    /** How many people for each value; a value that nobody knows and that has no code of its own is null. */
    private static Lignes tally(String name, Collection<String> values) {
        Lignes lignes = new Lignes("beneficiaires", name);
        for (String value : new LinkedHashSet<>(values)) {
            lignes.add(
                    name,
                    value.isEmpty() ? null : value,
                    "beneficiaires",
                    values.stream().filter(value::equals).count());
        }
        return lignes;
    }

    private Lignes modalites() {
        Lignes lignes = new Lignes("heures", "modalite");
        for (String modalite : periode.distinct(une -> une.heure().contrat().modalite())) {
            Comptees own = periode.where(une -> une.heure().contrat().modalite().equals(modalite));
            lignes.add(
                    "modalite", modalite,
                    "contrats", own.contrats().size(),
                    "beneficiaires", own.personnes().size(),
                    "heures", own.total());
        }
        return lignes;
    }

    private Lignes types() {
        Lignes lignes = new Lignes("heures", "type");
        for (String type : periode.distinct(une -> une.marche().type())) {
            Comptees own = periode.where(une -> une.marche().type().equals(type));
            lignes.add(
                    "type", type,
                    "heures", own.total(),
                    "beneficiaires", own.personnes().size(),
                    "marches", own.marches().size());
        }
        return lignes;
    }

    private Lignes chartes() {
        Lignes lignes = new Lignes("heures", "charte");
        List<Faits.Donneur> signatories = suivis.stream()
                .map(Faits.Marche::donneur)
                .distinct()
                .filter(donneur -> regles.signatory(donneur, question.annee()))
                .toList();
        if (!signatories.isEmpty()) {
            lignes.add(
                    "charte",
                    "SBA",
                    "donneurs_ordres",
                    signatories.size(),
                    "heures",
                    periode.where(une -> signatories.contains(une.marche().donneur()))
                            .total());
        }
        return lignes;
    }

    /** At the entry. */
    private Lignes ages() {
        List<String> bands = new ArrayList<>();
        entrees.forEach((personne, entree) -> {
            int age = Period.between(personne.naissance(), entree.debut()).getYears();
            bands.add(age < 26 ? "MOINS_DE_26" : age < 50 ? "DE_26_A_49" : "A_PARTIR_DE_50");
        });
        return tally("code", bands);
    }

    private Lignes clauses() {
        Set<String> held = new LinkedHashSet<>();
        periode.heures().forEach(une -> held.addAll(une.lot().clauses()));
        Lignes lignes = new Lignes("heures", "clause");
        for (String clause : held) {
            Comptees own = periode.where(une -> une.lot().clauses().contains(clause));
            lignes.add(
                    "clause", clause,
                    "heures", own.total(),
                    "marches", own.marches().size(),
                    "beneficiaires", own.personnes().size());
        }
        return lignes;
    }

    private Lignes operations() {
        Set<Faits.Operation> shown = new LinkedHashSet<>();
        suivis.forEach(marche -> addOperation(shown, marche));
        cumul.marches().forEach(marche -> addOperation(shown, marche));
        Lignes lignes = new Lignes("heures_annee", "nom");
        for (Faits.Operation operation : shown) {
            Predicate<Comptees.Une> own = une -> operation.equals(une.marche().operation());
            BigDecimal done = cumul.where(own).total();
            BigDecimal objectif = operation.objectif();
            lignes.add(
                    "nom",
                    operation.nom(),
                    "objectif",
                    objectif,
                    "heures_annee",
                    periode.where(own).total(),
                    "heures_cumul",
                    done,
                    "beneficiaires",
                    cumul.where(own).personnes().size(),
                    "taux",
                    objectif == null ? null : regles.percentage(done, objectif));
        }
        return lignes;
    }

    private static void addOperation(Set<Faits.Operation> all, Faits.Marche marche) {
        if (marche.operation() != null) {
            all.add(marche.operation());
        }
    }
}
