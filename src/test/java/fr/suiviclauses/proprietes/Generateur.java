package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small history from a seed, full of what a bilan may stumble over, and without contradictions. Names that a tie would
 * sort begin with different letters, so that every French order of them is the same.
 */
final class Generateur {

    static final int FIRST_YEAR = 2017;
    static final YearMonth LAST_MONTH = YearMonth.of(2022, 1);

    private static final List<String> BUYERS = List.of(
            "Agglo d’Ô",
            "Bailleur Sud",
            "Centre hospitalier",
            "Département",
            "Écoles du Lac",
            "Foncière \"La Pie\"",
            "Gare; quais",
            "HLM de l'Est",
            "Île aux Moines",
            "Jardins",
            "Kiosques",
            "Lycée Zola",
            "Ville de Rivière");
    private static final Map<String, String> FAMILIES = Map.of(
            "Gros œuvre", "Bâtiment",
            "Électricité", "Bâtiment",
            "Voirie", "TP & réseaux",
            "Assainissement", "TP & réseaux",
            "Nettoyage de locaux", "Nettoyage propreté",
            "Restauration collective", "Restauration",
            "Tri", "Déchets");
    private static final List<String> CLAUSES = List.of(
            "CONDITION_EXECUTION",
            "CRITERE_ATTRIBUTION",
            "RESERVE_HANDICAP",
            "RESERVE_IAE",
            "RESERVE_PENITENTIAIRE",
            "RESERVE_ESS",
            "SERVICE_INSERTION",
            "CLAUSE_PRIVEE",
            "VOLONTAIRE");
    private static final List<String> CRITERIA = List.of(
            "SUIVI_IAE",
            "DELD",
            "JEUNE_SANS_QUALIFICATION",
            "JEUNE_SANS_EXPERIENCE",
            "QPV_EN_DIFFICULTE",
            "SENIOR_50",
            "RSA_MINIMA_SOCIAUX",
            "TH",
            "AUTRE",
            "FEMME_REPRISE");
    private static final List<String> DIPLOMAS =
            List.of("", "", "ETRANGER", "MASTER2", "LICENCE", "BAC2", "BAC", "CAP_BEP", "DNB", "SAVOIRS_BASE");
    private static final List<String> SITUATIONS = List.of(
            "CDI",
            "CDD",
            "INTERIM",
            "INTERIM_INSERTION",
            "CONTRAT_INSERTION",
            "CONTRAT_AIDE",
            "ALTERNANCE",
            "FORMATION",
            "DEMANDEUR_EMPLOI",
            "SANS_SITUATION",
            "ABANDON",
            "NON_RENSEIGNE");
    private static final List<String> MODALITIES =
            List.of("EMBAUCHE_DIRECTE", "ETT", "ETTI", "GEIQ", "AI", "EI", "ACI", "SOUS_TRAITANCE_EI", "AUTRE");
    private static final List<String> HOURS =
            List.of("7", "7h30", "7h20", "35", "100,25", "100.5", "151,67", "0,01", "0.5", "12,34", "110");
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);
    private static final DateTimeFormatter FRENCH_MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.FRANCE);

    private final Hasard hasard;
    private final List<Map<String, String>> lots = new ArrayList<>();
    private final List<Map<String, String>> companies = new ArrayList<>();
    private final List<Ligne> lignes = new ArrayList<>();
    private final List<Suivi> suivis = new ArrayList<>();
    private int contrats;

    private Generateur(long seed) {
        hasard = new Hasard(seed);
    }

    static Histoire histoire(long seed) {
        Generateur generateur = new Generateur(seed);
        generateur.companies();
        generateur.marches();
        generateur.lotsWithoutHours();
        int people = generateur.hasard.between(1, 8);
        for (int i = 1; i <= people; i++) {
            generateur.person(i);
        }
        return new Histoire(generateur.hasard.shuffled(generateur.lignes), generateur.suivis);
    }

    private void companies() {
        company("Maçons Réunis", "999000011");
        company("Chantier du Fleuve", "999000029");
        company("Chantier du Fleuve", "999000037");
        company("Bonne Table", "");
        company("Intérim Solidaire", "999000045");
        company("L’Atelier", "");
    }

    private void company(String nom, String siren) {
        companies.add(Map.of("nom", nom, "siren", siren, "type", hasard.one("", "CLASSIQUE", "ETTI", "ACI", "EI")));
    }

    private void marches() {
        List<Map<String, String>> operations = operations();
        List<String> buyers = hasard.chance(15) ? BUYERS : hasard.some(BUYERS, 1, 4);
        for (String nom : buyers) {
            Map<String, String> buyer = buyer(nom);
            int marches = buyers.size() > 10 ? 1 : hasard.between(1, 3);
            for (int m = 1; m <= marches; m++) {
                Map<String, String> marche = new LinkedHashMap<>(buyer);
                LocalDate notification = hasard.day(FIRST_YEAR, 2021);
                LocalDate fin = hasard.chance(10) ? notification : hasard.day(notification.getYear(), 2023);
                marche.put("marche", "M-" + m);
                marche.put("marche_objet", hasard.one("", "Rénovation", "Objet \"exact\"; voir\nannexe"));
                marche.put("marche_type", hasard.one("TRAVAUX", "SERVICES", "FOURNITURES"));
                marche.put("marche_notification", write(notification));
                marche.put("marche_fin", write(fin.isBefore(notification) ? notification : fin));
                if (!operations.isEmpty() && hasard.chance(50)) {
                    marche.putAll(hasard.one(operations));
                }
                lots(marche);
            }
        }
    }

    private Map<String, String> buyer(String nom) {
        Map<String, String> buyer = new LinkedHashMap<>();
        buyer.put("donneur_ordre", nom);
        buyer.put("donneur_ordre_nature", hasard.one("PUBLIC", "PUBLIC", "PRIVE"));
        buyer.put("charte_sba", hasard.one("", "NON", "OUI", "OUI"));
        if (buyer.get("charte_sba").equals("OUI")) {
            LocalDate debut = hasard.day(2018, 2021);
            LocalDate fin = hasard.day(debut.getYear() + 1, 2022);
            buyer.put("charte_sba_debut", hasard.chance(50) ? write(debut) : "");
            buyer.put("charte_sba_fin", hasard.chance(50) ? write(fin) : "");
        }
        return buyer;
    }

    private List<Map<String, String>> operations() {
        List<Map<String, String>> operations = new ArrayList<>();
        for (String nom : hasard.some(List.of("Grand Quai", "Téléphérique"), 0, 2)) {
            operations.add(Map.of(
                    "operation", nom,
                    "operation_type", hasard.one("", "OPERATION", "GRAND_PROJET", "PROGRAMME"),
                    "operation_objectif", hasard.one("", "1000", "333,33", "1 500", "70")));
        }
        return operations;
    }

    private void lots(Map<String, String> marche) {
        int count = hasard.one(1, 1, 2, 3);
        for (int numero = 1; numero <= count; numero++) {
            Map<String, String> lot = new LinkedHashMap<>(marche);
            String famille = hasard.one(List.copyOf(new TreeSet<>(FAMILIES.keySet())));
            lot.put("lot", count == 1 && hasard.chance(50) ? "" : String.valueOf(numero));
            lot.put("famille", famille);
            lot.put("groupe_famille", String.valueOf(FAMILIES.get(famille)));
            lot.put("clauses", String.join("|", hasard.some(CLAUSES, 1, hasard.one(1, 2, 3))));
            lot.put("obligation", hasard.one("", "400", "1 200,50"));
            lots.add(lot);
        }
    }

    /** Also lots that other rows give hours to: such a row then only adds a company. */
    private void lotsWithoutHours() {
        for (Map<String, String> lot : lots) {
            while (hasard.chance(40)) {
                Map<String, String> cells = new HashMap<>(lot);
                name(cells, "entreprise", hasard.one(companies));
                role(cells);
                lignes.add(new Ligne(cells));
            }
        }
    }

    private void role(Map<String, String> cells) {
        cells.put("entreprise_role", hasard.one("", "TITULAIRE", "COTRAITANT", "SOUS_TRAITANT"));
    }

    /** Its SIREN may be left out where its name is enough. */
    private void name(Map<String, String> cells, String colonne, Map<String, String> company) {
        String nom = String.valueOf(company.get("nom"));
        boolean alone = companies.stream().filter(c -> nom.equals(c.get("nom"))).count() == 1;
        cells.put(colonne, nom);
        cells.put(colonne + "_siren", alone && hasard.chance(25) ? "" : String.valueOf(company.get("siren")));
        cells.put(colonne + "_type", hasard.chance(70) ? String.valueOf(company.get("type")) : "");
    }

    private void person(int number) {
        Map<String, String> person = new LinkedHashMap<>();
        String ref = hasard.chance(85) ? "B" + number : "";
        person.put("beneficiaire_ref", ref);
        person.put("nom", hasard.one("N'Guyen", "Le Goff", "Ângel") + (char) ('A' + number));
        person.put("prenom", hasard.one("Zoé", "Jean-Noël", "Li"));
        person.put("naissance", write(hasard.day(1955, 2003)));
        List<LocalDate> starts = entryDates();
        List<Map<String, String>> entries = new ArrayList<>();
        boolean dated = starts.size() > 1 || hasard.chance(80);
        for (LocalDate start : starts) {
            Map<String, String> entry = new LinkedHashMap<>(person);
            entry.put("entree", dated ? write(start) : "");
            entry.put("commune_insee", hasard.one("", "31555", "2A004"));
            entry.put("metropole", hasard.one("", "OUI", "OUI", "NON"));
            entry.put("qpv", hasard.one("", "OUI", "NON", "INCONNU"));
            entry.put("prescripteur", hasard.one("", "Mission locale", "Cap emploi", "PLIE"));
            entry.put("diplome", hasard.one(DIPLOMAS));
            entry.put("criteres", String.join("|", hasard.some(CRITERIA, 1, hasard.one(1, 2, 4))));
            entries.add(entry);
        }
        String sexe = hasard.one("", "F", "F", "H", "NON_RENSEIGNE");
        hours(entries, starts.get(0), sexe);
        if (!ref.isEmpty()) {
            followUps(ref);
        }
    }

    /** Near each other, apart, exactly when the window before has ended, or in one month. */
    private List<LocalDate> entryDates() {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate date = hasard.day(FIRST_YEAR, 2021);
        int count = hasard.one(1, 1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            dates.add(date);
            date = switch (hasard.between(0, 5)) {
                case 0 -> date.plusDays(hasard.between(1, 20));
                case 1 -> date.plusMonths(24);
                case 2 -> date.plusMonths(24).minusDays(1);
                case 3 -> date.plusMonths(24).plusDays(hasard.between(1, 40));
                case 4 -> date.plusMonths(hasard.between(25, 40));
                default -> date.plusDays(hasard.between(20, 600));
            };
        }
        return dates;
    }

    private void hours(List<Map<String, String>> entries, LocalDate firstEntry, String sexe) {
        Map<YearMonth, BigDecimal> worked = new HashMap<>();
        Set<String> named = new HashSet<>();
        Set<String> unnamed = new HashSet<>();
        List<Map<String, String>> toShow = new ArrayList<>(entries);
        int count = hasard.one(1, 2, 2, 3);
        for (int c = 0; c < count; c++) {
            Map<String, String> company = hasard.one(companies);
            LocalDate debut = firstEntry.plusDays(hasard.one(0, 0, -45, hasard.between(-100, 900)));
            if (YearMonth.from(debut).isAfter(LAST_MONTH)) {
                debut = LAST_MONTH.atDay(1);
            }
            LocalDate fin = hasard.chance(50) ? null : debut.plusDays(hasard.between(0, 700));
            String modalite = hasard.one(MODALITIES);
            // Two contracts may look the same under two references, but one without is the one that looks the same.
            String identity = company + modalite + debut;
            boolean referenced = named.contains(identity) || hasard.chance(60);
            if (unnamed.contains(identity)) {
                continue;
            }
            (referenced ? named : unnamed).add(identity);
            Map<String, String> contrat = new LinkedHashMap<>();
            contrat.put("contrat_ref", referenced ? "C" + ++contrats : "");
            contrat.put("modalite", modalite);
            contrat.put("contrat_type", hasard.one("", "CDI", "CDD", "CDDI", "CTT"));
            contrat.put("contrat_debut", write(debut));
            contrat.put("contrat_fin", fin == null ? "" : write(fin));
            boolean employerIsHolder = hasard.chance(30);
            for (YearMonthAndLot place : places(debut, fin)) {
                Map<String, String> entry = toShow.isEmpty() ? hasard.one(entries) : toShow.remove(0);
                hour(place, entry, contrat, company, employerIsHolder, sexe, worked);
            }
        }
    }

    private record YearMonthAndLot(YearMonth mois, Map<String, String> lot) {}

    /** Distinct months and lots of one contract. */
    private List<YearMonthAndLot> places(LocalDate debut, @Nullable LocalDate fin) {
        YearMonth first = YearMonth.from(debut);
        YearMonth last = fin == null || YearMonth.from(fin).isAfter(LAST_MONTH) ? LAST_MONTH : YearMonth.from(fin);
        // Many buyers only matter when more than ten have hours.
        boolean crowded = lots.size() > 10;
        List<Map<String, String>> own = hasard.some(lots, 1, crowded ? 9 : 3);
        Set<YearMonthAndLot> places = new HashSet<>();
        List<YearMonthAndLot> ordered = new ArrayList<>();
        int count = hasard.between(1, crowded ? 12 : 7);
        int months = (int) first.until(last, ChronoUnit.MONTHS);
        for (int i = 0; i < count; i++) {
            // At both ends of a window of 24 months, or anywhere: often after it.
            int at = hasard.chance(50) ? Math.min(months, hasard.one(0, 1, 23, 24)) : hasard.between(0, months);
            YearMonthAndLot place = new YearMonthAndLot(first.plusMonths(at), hasard.one(own));
            if (places.add(place)) {
                ordered.add(place);
            }
        }
        return ordered;
    }

    private void hour(
            YearMonthAndLot place,
            Map<String, String> entry,
            Map<String, String> contrat,
            Map<String, String> company,
            boolean employerIsHolder,
            String sexe,
            Map<YearMonth, BigDecimal> worked) {
        String heures = hasard.one(HOURS);
        BigDecimal sum = worked.merge(place.mois(), Lecture.heures(heures), BigDecimal::add);
        if (sum.compareTo(BigDecimal.valueOf(744)) > 0) {
            worked.put(place.mois(), sum.subtract(Lecture.heures(heures)));
            return;
        }
        Map<String, String> cells = new HashMap<>(place.lot());
        cells.putAll(entry);
        cells.putAll(contrat);
        role(cells);
        if (employerIsHolder) {
            name(cells, "entreprise", company);
        } else {
            name(cells, "entreprise", hasard.one(companies));
            name(cells, "employeur", company);
        }
        cells.put("sexe", hasard.chance(80) ? sexe : "");
        cells.put(
                "mois",
                hasard.chance(50)
                        ? place.mois().toString()
                        : place.mois().atDay(1).format(FRENCH_MONTH));
        cells.put("heures", heures);
        cells.put("statut", hasard.one("", "", "VALIDEE", "VALIDEE", "VALIDEE", "BROUILLON", "DECLAREE", "REJETEE"));
        forgetSome(cells);
        lignes.add(new Ligne(cells));
    }

    /** A blank never disagrees: what other rows say may be left out. */
    private void forgetSome(Map<String, String> cells) {
        if (hasard.chance(10)) {
            List.of("operation", "operation_type", "operation_objectif").forEach(cells::remove);
        }
        if (hasard.chance(10)) {
            List.of("charte_sba", "charte_sba_debut", "charte_sba_fin").forEach(cells::remove);
        }
        for (String colonne : List.of(
                "charte_sba_debut",
                "charte_sba_fin",
                "operation_objectif",
                "commune_insee",
                "metropole",
                "qpv",
                "diplome",
                "prescripteur",
                "contrat_type",
                "contrat_fin",
                "obligation")) {
            if (hasard.chance(10)) {
                cells.put(colonne, "");
            }
        }
    }

    private void followUps(String ref) {
        for (int cohorte = FIRST_YEAR; cohorte <= 2021; cohorte++) {
            for (int jalon : new int[] {3, 6, 12}) {
                if (hasard.chance(50)) {
                    suivis.add(new Suivi(ref, cohorte, jalon, hasard.one(SITUATIONS)));
                }
            }
        }
    }

    private String write(LocalDate date) {
        return hasard.chance(50) ? date.toString() : date.format(FRENCH_DAY);
    }
}
