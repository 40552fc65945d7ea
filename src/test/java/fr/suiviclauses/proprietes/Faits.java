package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rows of a history say, thing by thing: rows of one key are one thing, and a blank never disagrees. */
final class Faits {

    record Donneur(
            String nom,
            String nature,
            boolean signataireSba,
            @Nullable LocalDate charteDebut,
            @Nullable LocalDate charteFin) {}

    record Operation(String nom, @Nullable BigDecimal objectif) {}

    record Marche(
            String cle,
            Donneur donneur,
            String type,
            LocalDate notification,
            LocalDate fin,
            @Nullable Operation operation) {}

    record Lot(String cle, Marche marche, String famille, String groupe, Set<String> clauses) {}

    record Participation(Lot lot, String entreprise) {}

    record Contrat(String cle, String modalite, String employeur) {}

    record Entree(
            LocalDate debut, Set<String> criteres, String diplome, String qpv, String metropole, String prescripteur) {}

    record Personne(
            String cle, String ref, LocalDate naissance, String sexe, NavigableMap<LocalDate, Entree> entrees) {}

    record Heure(Lot lot, Personne personne, Contrat contrat, YearMonth mois, BigDecimal heures, String statut) {}

    final List<Lot> lots = new ArrayList<>();
    final Set<Participation> participations = new LinkedHashSet<>();
    final List<Personne> personnes = new ArrayList<>();
    final List<Heure> heures = new ArrayList<>();
    final List<Suivi> suivis;

    private final List<Ligne> lignes;

    Faits(Histoire histoire) {
        lignes = histoire.lignes();
        suivis = histoire.suivis();
        Map<String, Lot> lotsByKey = new LinkedHashMap<>();
        Map<String, Personne> personnesByKey = new LinkedHashMap<>();
        for (Ligne ligne : lignes) {
            Lot lot = lotsByKey.computeIfAbsent(lotKey(ligne), cle -> lot(cle));
            participations.add(new Participation(lot, company(ligne, "entreprise")));
            if (!ligne.sansPersonne()) {
                Personne personne = personnesByKey.computeIfAbsent(personneKey(ligne), this::personne);
                heures.add(new Heure(
                        lot,
                        personne,
                        new Contrat(contratKey(ligne), ligne.texte("modalite"), employeur(ligne)),
                        Lecture.mois(ligne.texte("mois")),
                        Lecture.heures(ligne.texte("heures")),
                        ligne.estVide("statut") ? "VALIDEE" : ligne.texte("statut")));
            }
        }
        lots.addAll(lotsByKey.values());
        personnes.addAll(personnesByKey.values());
    }

    private static String donneurKey(Ligne ligne) {
        return Lecture.pli(ligne.texte("donneur_ordre"));
    }

    private static String marcheKey(Ligne ligne) {
        return donneurKey(ligne) + " / " + ligne.texte("marche");
    }

    private static String lotKey(Ligne ligne) {
        return marcheKey(ligne) + " / " + (ligne.estVide("lot") ? "1" : ligne.texte("lot"));
    }

    static String personneKey(Ligne ligne) {
        return ligne.estVide("beneficiaire_ref")
                ? Lecture.pli(ligne.texte("nom")) + "/" + Lecture.pli(ligne.texte("prenom")) + "/"
                        + Lecture.date(ligne.texte("naissance"))
                : "réf. " + ligne.texte("beneficiaire_ref");
    }

    private String contratKey(Ligne ligne) {
        return ligne.estVide("contrat_ref")
                ? personneKey(ligne) + "/" + employeur(ligne) + "/" + ligne.texte("modalite") + "/"
                        + Lecture.date(ligne.texte("contrat_debut"))
                : "réf. " + ligne.texte("contrat_ref");
    }

    private String employeur(Ligne ligne) {
        return company(ligne, ligne.estVide("employeur") ? "entreprise" : "employeur");
    }

    /** The SIREN; a name without one is the only company that bears this name, else a company of its own. */
    private String company(Ligne ligne, String colonne) {
        if (!ligne.estVide(colonne + "_siren")) {
            return ligne.texte(colonne + "_siren");
        }
        String nom = Lecture.pli(ligne.texte(colonne));
        Set<String> sirens = new TreeSet<>();
        for (Ligne autre : lignes) {
            for (String ou : List.of("entreprise", "employeur")) {
                if (Lecture.pli(autre.texte(ou)).equals(nom) && !autre.estVide(ou + "_siren")) {
                    sirens.add(autre.texte(ou + "_siren"));
                }
            }
        }
        if (sirens.size() > 1) {
            throw new IllegalStateException("ambiguous company " + nom);
        }
        return sirens.isEmpty() ? nom : sirens.iterator().next();
    }

    private Lot lot(String cle) {
        List<Ligne> rows =
                lignes.stream().filter(ligne -> lotKey(ligne).equals(cle)).toList();
        return new Lot(
                cle,
                marche(marcheKey(rows.get(0))),
                first(rows, "famille"),
                first(rows, "groupe_famille"),
                Lecture.codes(first(rows, "clauses")));
    }

    private Marche marche(String cle) {
        List<Ligne> rows =
                lignes.stream().filter(ligne -> marcheKey(ligne).equals(cle)).toList();
        return new Marche(
                cle,
                donneur(donneurKey(rows.get(0))),
                first(rows, "marche_type"),
                Lecture.requiredDate(first(rows, "marche_notification")),
                Lecture.requiredDate(first(rows, "marche_fin")),
                operation(first(rows, "operation")));
    }

    private Donneur donneur(String cle) {
        List<Ligne> rows =
                lignes.stream().filter(ligne -> donneurKey(ligne).equals(cle)).toList();
        return new Donneur(
                first(rows, "donneur_ordre"),
                first(rows, "donneur_ordre_nature"),
                first(rows, "charte_sba").equals("OUI"),
                Lecture.date(first(rows, "charte_sba_debut")),
                Lecture.date(first(rows, "charte_sba_fin")));
    }

    private @Nullable Operation operation(String nom) {
        if (nom.isEmpty()) {
            return null;
        }
        List<Ligne> rows = lignes.stream()
                .filter(ligne -> ligne.texte("operation").equals(nom))
                .toList();
        String objectif = first(rows, "operation_objectif");
        return new Operation(nom, objectif.isEmpty() ? null : Lecture.heures(objectif));
    }

    private Personne personne(String cle) {
        List<Ligne> rows = lignes.stream()
                .filter(ligne -> !ligne.sansPersonne() && personneKey(ligne).equals(cle))
                .toList();
        String sexe = first(rows, "sexe");
        TreeMap<LocalDate, Entree> entrees = new TreeMap<>();
        for (LocalDate debut : entryDates(rows)) {
            List<Ligne> own = rows.stream()
                    .filter(ligne -> ligne.estVide("entree")
                            || Lecture.requiredDate(ligne.texte("entree")).equals(debut))
                    .toList();
            entrees.put(
                    debut,
                    new Entree(
                            debut,
                            Lecture.codes(first(own, "criteres")),
                            first(own, "diplome"),
                            first(own, "qpv").isEmpty() ? "INCONNU" : first(own, "qpv"),
                            first(own, "metropole"),
                            first(own, "prescripteur")));
        }
        return new Personne(
                cle,
                first(rows, "beneficiaire_ref"),
                Lecture.requiredDate(first(rows, "naissance")),
                sexe.isEmpty() ? "NON_RENSEIGNE" : sexe,
                entrees);
    }

    /** A blank date of entry is the person's only entry, else the start of her first contract. */
    private static Set<LocalDate> entryDates(List<Ligne> rows) {
        Set<LocalDate> dates = new TreeSet<>();
        TreeSet<LocalDate> starts = new TreeSet<>();
        for (Ligne ligne : rows) {
            starts.add(Lecture.requiredDate(ligne.texte("contrat_debut")));
            if (!ligne.estVide("entree")) {
                dates.add(Lecture.requiredDate(ligne.texte("entree")));
            }
        }
        return dates.isEmpty() ? Set.of(starts.first()) : dates;
    }

    private static String first(List<Ligne> rows, String colonne) {
        for (Ligne ligne : rows) {
            if (!ligne.estVide(colonne)) {
                return ligne.texte(colonne);
            }
        }
        return "";
    }
}
