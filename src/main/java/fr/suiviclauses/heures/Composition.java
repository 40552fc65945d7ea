package fr.suiviclauses.heures;

import fr.suiviclauses.heures.HeuresLecture.Case;
import fr.suiviclauses.heures.HeuresLecture.Grille;
import fr.suiviclauses.heures.HeuresPage.Cellule;
import fr.suiviclauses.heures.HeuresPage.Ligne;
import fr.suiviclauses.heures.HeuresPage.Remarque;
import fr.suiviclauses.heures.RangsLecture.Rang;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.StatutHeures;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays what is stored, and what was typed over it and refused, out in rows. */
final class Composition {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Grille grille;
    private final FiltreHeures filtre;
    private final HeuresForm form;
    private final Map<Cle, Verdict> verdicts;
    private final Map<Cle, Saisie> saisies = new HashMap<>();

    Composition(Grille grille, FiltreHeures filtre, HeuresForm form, List<Verdict> verdicts) {
        this.grille = grille;
        this.filtre = filtre;
        this.form = form;
        this.verdicts = HeuresService.parCle(verdicts);
        form.changees().forEach(saisie -> saisies.put(saisie.cle(), saisie));
    }

    List<Ligne> lignes() {
        boolean plusieursLots = grille.tranche().plusieursLots();
        Map<Long, String> lots = new HashMap<>();
        grille.lots().forEach(lot -> lots.put(lot.id(), lot.marche() + ", lot " + lot.numero()));
        Set<String> demandees = new HashSet<>();
        return grille.rangs().stream()
                .map(rang -> ligne(rang, plusieursLots ? lots.get(rang.lotId()) : null, demandees))
                .toList();
    }

    private Ligne ligne(Rang rang, @Nullable String lot, Set<String> demandees) {
        List<Cellule> cellules = new ArrayList<>();
        List<Remarque> remarques = new ArrayList<>();
        StringBuilder ouverte = new StringBuilder();
        long total = 0;
        for (YearMonth mois : filtre.colonnes()) {
            Cle cle = new Cle(rang.contratId(), rang.lotId(), mois);
            Case stockee = grille.cases().get(cle);
            Cellule cellule = cellule(rang, cle, stockee);
            cellules.add(cellule);
            total += cellule.centiemes();
            if (stockee != null)
                ouverte.append(ouverte.isEmpty() ? "" : ",")
                        .append(mois)
                        .append('=')
                        .append(stockee.etat().jeton());
            Verdict verdict = verdicts.get(cle);
            if (verdict != null && !verdict.phrases().isEmpty()) remarques.add(remarque(verdict, demandees));
        }
        Case avant = filtre.mois() == null
                ? null
                : grille.cases()
                        .get(new Cle(
                                rang.contratId(), rang.lotId(), filtre.mois().minusMonths(1)));
        return new Ligne(
                rang.contratId() + "_" + rang.lotId(),
                rang.lotId(),
                rang.personne(),
                court(rang.modalite()) + " · " + rang.employeur(),
                lot,
                "/contrats/" + rang.contratId(),
                ouverte.toString(),
                filtre.mois() == null ? null : shown(avant),
                cellules,
                total == 0 ? "" : Centiemes.rounded(total),
                total,
                remarques);
    }

    /** A label that fits a row's head, else the code that everybody says: ETTI, ACI. */
    static String court(Modalite modalite) {
        return modalite.libelle().length() <= 18
                ? modalite.libelle()
                : modalite.code().replace('_', ' ');
    }

    private Cellule cellule(Rang rang, Cle cle, @Nullable Case stockee) {
        boolean horsContrat = cle.mois().isBefore(YearMonth.from(rang.debut()))
                || (rang.fin() != null && cle.mois().isAfter(YearMonth.from(rang.fin())));
        Saisie saisie = saisies.get(cle);
        Verdict verdict = verdicts.get(cle);
        // Hours that stand outside the contract's dates may be taken away, so they have their field.
        boolean saisissable = !grille.entete().close() && (!horsContrat || stockee != null || saisie != null);
        long centiemes = stockee == null
                        || stockee.statut() == StatutHeures.REJETEE
                        || stockee.etat().heures() == null
                ? 0
                : Centiemes.of(stockee.etat().heures());
        BigDecimal charge =
                centiemes == 0 ? null : grille.charges().get(new HeuresLecture.Charge(rang.personneId(), cle.mois()));
        String repos = atRest(stockee, charge);
        return new Cellule(
                cle.toString(),
                "l" + rang.contratId() + "_" + rang.lotId() + " m" + cle.mois(),
                saisissable,
                horsContrat,
                saisie == null ? shown(stockee) : saisie.texte(),
                shown(stockee),
                centiemes,
                stockee != null && stockee.motifNonCompte() == null ? centiemes : 0,
                mark(stockee, charge),
                note(stockee, charge),
                charge == null ? null : MoisPersonneService.address(rang.personneId(), cle.mois()),
                repos,
                css(stockee, saisie, verdict, repos),
                verdict != null && verdict.niveau().empeche());
    }

    private static String shown(@Nullable Case stockee) {
        BigDecimal heures = stockee == null ? null : stockee.etat().heures();
        return heures == null ? "" : Regles.shown(heures);
    }

    /** "à valider", "> 212,6 h": a few letters; the reason is told apart. */
    private static @Nullable String mark(@Nullable Case stockee, @Nullable BigDecimal charge) {
        String seuil = charge == null ? null : ">\u00a0" + Regles.seuil(charge) + "\u00a0h";
        if (stockee == null || stockee.motifNonCompte() == null) return seuil;
        String motif = switch (stockee.motifNonCompte()) {
            case "BROUILLON" -> "brouillon";
            case "DECLAREE" -> "à valider";
            case "REJETEE" -> "rejetée";
            default -> "hors éligibilité";
        };
        return seuil == null ? motif : motif + ", " + seuil;
    }

    /** Rejected hours were not worked: they weigh on no month. */
    private static @Nullable String note(@Nullable Case stockee, @Nullable BigDecimal charge) {
        if (stockee == null) return null;
        if (charge != null) return Regles.stored(charge, stockee.justification());
        return stockee.statut() == StatutHeures.REJETEE && stockee.motif() != null
                ? "Motif\u00a0: " + stockee.motif()
                : null;
    }

    /** How what is stored looks, while nobody types over it. */
    private static @Nullable String atRest(@Nullable Case stockee, @Nullable BigDecimal charge) {
        if (charge != null) return charge.compareTo(Regles.MAXIMUM_LEGAL) > 0 ? "cell-over" : "cell-full";
        return stockee != null && stockee.motifNonCompte() != null ? "cell-apart" : null;
    }

    /** The grave before the plain: what stands against saving, then what would be said, then what is new. */
    private static String css(
            @Nullable Case stockee, @Nullable Saisie saisie, @Nullable Verdict verdict, @Nullable String repos) {
        if (verdict != null && verdict.niveau().empeche()) return "cell-refused";
        if (verdict != null && verdict.niveau() == Niveau.ALERTE) return "cell-warned";
        if (saisie != null) return stockee == null ? "cell-new" : "cell-changed";
        return repos == null ? "" : repos;
    }

    private Remarque remarque(Verdict verdict, Set<String> demandees) {
        Niveau niveau = verdict.niveau();
        String question = verdict.fait().personne() + "_" + verdict.cle().mois();
        String motif =
                form.justification(verdict.fait().personne(), verdict.cle().mois());
        // One reason is asked for one month of one person, however many of her cells were changed.
        boolean demande = verdict.excessive() && demandees.add(question);
        boolean conflit = niveau == Niveau.CONFLIT;
        BigDecimal presente = verdict.fait().etat().heures();
        return new Remarque(
                verdict.cle().toString(),
                niveau.empeche() ? "remark-bad" : "remark-warn",
                MOIS.format(verdict.cle().mois()),
                String.join(" ", verdict.phrases()),
                demande ? "j_" + question : null,
                motif.isEmpty() && verdict.fait().justification() != null
                        ? verdict.fait().justification()
                        : motif,
                conflit ? verdict.saisie().texte() : null,
                presente == null ? "vide" : Regles.shown(presente));
    }
}
