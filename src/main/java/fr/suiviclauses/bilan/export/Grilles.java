package fr.suiviclauses.bilan.export;

import static fr.suiviclauses.commun.grille.Grille.Colonne.chiffre;
import static fr.suiviclauses.commun.grille.Grille.Colonne.texte;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.grille.Grille.Ligne;
import fr.suiviclauses.referentiel.Libelle;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a bilan as typed values, none with a person's name. Totals are the figures, not the sum of the lines. */
final class Grilles {

    private static final int ANS = 10;

    private final Bilan bilan;

    Grilles(Bilan bilan) {
        this.bilan = bilan;
    }

    Grille of(Rubrique rubrique) {
        return switch (rubrique) {
            case CHIFFRES_CLES -> keyFigures();
            case DIX_ANS -> years();
            case DONNEURS_ORDRES ->
                buyers(rubrique, bilan.donneursOrdres(), bilan.indicateurs().heures());
            case DIX_PREMIERS ->
                buyers(rubrique, bilan.dixPremiers(), bilan.indicateurs().heuresTop10());
            case CHARTES ->
                grille(
                        rubrique,
                        List.of(
                                texte("Charte"),
                                chiffre("Donneurs d’ordres"),
                                chiffre("Heures"),
                                chiffre("Part des heures (%)")),
                        bilan.chartes().stream()
                                .map(c ->
                                        Ligne.of(c.libelle(), c.donneursOrdres(), c.heures(), bilan.part(c.heures()))),
                        null);
            case GROUPES_FAMILLES ->
                grille(
                        rubrique,
                        hoursColumns("Groupe"),
                        bilan.groupes().stream()
                                .map(g -> hours(g.groupe(), g.heures(), g.beneficiaires(), g.marches())),
                        total());
            case FAMILLES ->
                grille(
                        rubrique,
                        Stream.concat(Stream.of(texte("Groupe")), hoursColumns("Famille").stream())
                                .toList(),
                        bilan.familles().stream()
                                .map(f -> Ligne.of(
                                        f.groupe(),
                                        f.famille(),
                                        f.heures(),
                                        bilan.part(f.heures()),
                                        f.beneficiaires(),
                                        f.marches())),
                        Ligne.of(
                                "Total",
                                null,
                                bilan.indicateurs().heures(),
                                all(),
                                bilan.indicateurs().beneficiaires(),
                                null));
            case TYPES ->
                grille(
                        rubrique,
                        hoursColumns("Type de marché"),
                        bilan.types().stream()
                                .map(t -> hours(t.type().libelle(), t.heures(), t.beneficiaires(), t.marches())),
                        total());
            case TROIS_ANS -> threeYears();
            case CRITERES -> people(rubrique, "Statut", bilan.criteres());
            case DIPLOMES -> people(rubrique, "Diplôme", bilan.diplomes());
            case SEXES -> people(rubrique, "Sexe", bilan.sexes());
            case QPV -> people(rubrique, "Domicile", bilan.qpv());
            case METROPOLE -> people(rubrique, "Domicile", bilan.metropole());
            case AGES -> people(rubrique, "Âge", bilan.ages());
            case PRESCRIPTEURS ->
                grille(
                        rubrique,
                        peopleColumns("Prescripteur"),
                        bilan.prescripteurs().stream()
                                .map(p -> Ligne.of(
                                        p.libelle(),
                                        p.beneficiaires(),
                                        bilan.indicateurs().parmiBeneficiaires(p.beneficiaires()))),
                        everybody());
            case SITUATIONS ->
                grille(
                        rubrique,
                        peopleColumns("Situation"),
                        bilan.situations().stream()
                                .map(s -> Ligne.of(
                                        s.libelle(),
                                        s.beneficiaires(),
                                        bilan.indicateurs().parmiCohorte(s.beneficiaires()))),
                        Ligne.of("Ensemble", bilan.indicateurs().cohorte12Mois(), null));
            case MODALITES ->
                grille(
                        rubrique,
                        List.of(texte("Modalité"), chiffre("Contrats"), chiffre("Bénéficiaires"), chiffre("Heures")),
                        bilan.modalites().stream()
                                .map(m ->
                                        Ligne.of(m.modalite().libelle(), m.contrats(), m.beneficiaires(), m.heures())),
                        Ligne.of(
                                "Total",
                                null,
                                bilan.indicateurs().beneficiaires(),
                                bilan.indicateurs().heures()));
            case CLAUSES ->
                grille(
                        rubrique,
                        hoursColumns("Clause"),
                        bilan.clauses().stream()
                                .map(c -> hours(c.clause().libelle(), c.heures(), c.beneficiaires(), c.marches())),
                        total());
            case OPERATIONS ->
                grille(
                        rubrique,
                        List.of(
                                texte("Opération"),
                                texte("Type"),
                                chiffre("Objectif (heures)"),
                                chiffre("Heures " + bilan.perimetre().periode()),
                                chiffre("Heures depuis l’origine"),
                                chiffre("Taux (%)"),
                                chiffre("Bénéficiaires")),
                        bilan.operations().stream()
                                .map(o -> Ligne.of(
                                        o.nom(),
                                        o.type().libelle(),
                                        o.objectif(),
                                        o.heuresAnnee(),
                                        o.heuresCumul(),
                                        o.taux(),
                                        o.beneficiaires())),
                        null);
            case AGREGATS ->
                grille(
                        rubrique,
                        List.of(
                                texte("Périmètre déclaré"),
                                chiffre("Année"),
                                chiffre("Heures"),
                                chiffre("Bénéficiaires"),
                                chiffre("Opérations"),
                                chiffre("ETP"),
                                chiffre("Objectif (heures)"),
                                texte("Source")),
                        bilan.agregats().stream()
                                .map(a -> Ligne.of(
                                        a.libelle(),
                                        Year.of(a.annee()),
                                        a.heures(),
                                        a.beneficiaires(),
                                        a.operations(),
                                        a.etp(),
                                        a.objectif(),
                                        a.source())),
                        null);
        };
    }

    private Grille keyFigures() {
        return grille(
                Rubrique.CHIFFRES_CLES,
                List.of(texte("Indicateur"), chiffre("Valeur"), texte("Unité"), texte("Définition")),
                Arrays.stream(Indicateur.values())
                        .map(i -> Ligne.of(i.libelle(), i.mesure(bilan.indicateurs()), unit(i), i.definition())),
                null);
    }

    private String unit(Indicateur indicateur) {
        Object mesure = indicateur.mesure(bilan.indicateurs());
        if (indicateur == Indicateur.ETP) {
            return "ETP";
        }
        return mesure instanceof Part ? "%" : mesure instanceof Number || mesure == null ? "nombre" : "heures";
    }

    private Grille years() {
        return grille(
                Rubrique.DIX_ANS,
                List.of(
                        chiffre("Année"),
                        chiffre("Heures"),
                        chiffre("Bénéficiaires"),
                        chiffre("Marchés suivis"),
                        chiffre("Donneurs d’ordres"),
                        chiffre("Donneurs d’ordres avec des heures"),
                        chiffre("Entreprises"),
                        chiffre("Part publique (%)"),
                        chiffre("Part des dix premiers (%)"),
                        chiffre("Part des signataires SBA (%)"),
                        chiffre("Part des services (%)"),
                        chiffre("Part TP et réseaux (%)"),
                        chiffre("Part des heures réservées (%)")),
                bilan.trajectoire().dernieres(ANS).stream().map(Grilles::year),
                null);
    }

    private static Ligne year(AnneeBilan a) {
        return Ligne.of(
                Year.of(a.annee()),
                a.heures(),
                a.beneficiaires(),
                a.marchesSuivis(),
                a.donneursOrdres(),
                a.donneursOrdresAvecHeures(),
                a.entreprises(),
                a.partPublique(),
                a.partTop10(),
                a.partSignatairesSba(),
                a.partServices(),
                a.partTp(),
                a.partReservees());
    }

    private Grille threeYears() {
        int annee = bilan.perimetre().annee();
        List<Integer> annees = List.of(annee - 2, annee - 1, annee);
        Stream<String> groupes = bilan.trajectoire().groupes().stream()
                .filter(g -> annees.contains(g.annee()))
                .sorted((a, b) -> Integer.compare(b.annee(), a.annee())) // stable: the last year's order comes first
                .map(g -> g.groupe())
                .distinct();
        return grille(
                Rubrique.TROIS_ANS,
                Stream.concat(Stream.of(texte("Groupe")), annees.stream().map(a -> chiffre("Heures " + a)))
                        .toList(),
                groupes.map(groupe -> Ligne.of(Stream.concat(
                                Stream.<Object>of(groupe),
                                annees.stream().map(a -> bilan.trajectoire().heures(groupe, a)))
                        .toArray())),
                Ligne.of(Stream.concat(
                                Stream.<Object>of("Total"),
                                annees.stream()
                                        .map(a -> bilan.trajectoire()
                                                .annee(a)
                                                .map(AnneeBilan::heures)
                                                .orElse(Heures.ZERO)))
                        .toArray()));
    }

    private Grille buyers(Rubrique rubrique, List<LigneDonneurOrdre> lignes, Heures total) {
        return grille(
                rubrique,
                List.of(
                        texte("Donneur d’ordres"),
                        texte("Nature"),
                        chiffre("Heures"),
                        chiffre("Part des heures (%)"),
                        chiffre("Bénéficiaires"),
                        chiffre("Marchés suivis"),
                        texte("Signataire du Small Business Act")),
                lignes.stream()
                        .map(d -> Ligne.of(
                                d.nom(),
                                d.nature().libelle(),
                                d.heures(),
                                bilan.part(d.heures()),
                                d.beneficiaires(),
                                d.marches(),
                                d.signataireSba() ? "oui" : "non")),
                rubrique == Rubrique.DIX_PREMIERS
                        ? Ligne.of("Total", null, total, bilan.part(total), null, null, null)
                        : Ligne.of(
                                "Total",
                                null,
                                total,
                                all(),
                                bilan.indicateurs().beneficiaires(),
                                bilan.indicateurs().marchesSuivis(),
                                null));
    }

    private Grille people(Rubrique rubrique, String premiere, List<? extends LigneEffectif<? extends Libelle>> lignes) {
        return grille(
                rubrique,
                peopleColumns(premiere),
                lignes.stream()
                        .map(l -> Ligne.of(
                                l.libelle(),
                                l.beneficiaires(),
                                bilan.indicateurs().parmiBeneficiaires(l.beneficiaires()))),
                everybody());
    }

    private static List<Colonne> peopleColumns(String premiere) {
        return List.of(texte(premiere), chiffre("Personnes"), chiffre("Part des personnes (%)"));
    }

    private Ligne everybody() {
        return Ligne.of("Ensemble", bilan.indicateurs().beneficiaires(), null);
    }

    private static List<Colonne> hoursColumns(String premiere) {
        return List.of(
                texte(premiere),
                chiffre("Heures"),
                chiffre("Part des heures (%)"),
                chiffre("Bénéficiaires"),
                chiffre("Marchés avec des heures"));
    }

    private Ligne hours(String libelle, Heures heures, long beneficiaires, long marches) {
        return Ligne.of(libelle, heures, bilan.part(heures), beneficiaires, marches);
    }

    private Ligne total() {
        return Ligne.of(
                "Total",
                bilan.indicateurs().heures(),
                all(),
                bilan.indicateurs().beneficiaires(),
                null);
    }

    private Part all() {
        return bilan.part(bilan.indicateurs().heures());
    }

    private static Grille grille(
            Rubrique rubrique, List<Colonne> colonnes, Stream<Ligne> lignes, @Nullable Ligne total) {
        return new Grille(rubrique.code(), rubrique.libelle(), rubrique.definition(), colonnes, lignes.toList(), total);
    }
}
