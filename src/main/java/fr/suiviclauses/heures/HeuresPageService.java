package fr.suiviclauses.heures;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.heures.HeuresLecture.Grille;
import fr.suiviclauses.heures.HeuresLecture.Lot;
import fr.suiviclauses.heures.HeuresLecture.Somme;
import fr.suiviclauses.heures.HeuresPage.Colonne;
import fr.suiviclauses.heures.HeuresPage.Lien;
import fr.suiviclauses.heures.HeuresPage.Ligne;
import fr.suiviclauses.heures.RangsLecture.Entete;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes the grid's page, plain or with what was refused. */
@Service
@RequiredArgsConstructor
class HeuresPageService {

    private static final DateTimeFormatter COURT = DateTimeFormatter.ofPattern("MMM", Locale.FRENCH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final HeuresLecture lecture;
    private final Clock clock;

    /** @param vide what it opens with, before anything is typed */
    HeuresPage page(FiltreHeures filtre, HeuresForm vide, UtilisateurConnecte moi) {
        return page(filtre, vide, List.of(), null, moi);
    }

    /** What was sent after the session had ended, again in its fields. */
    HeuresPage resumed(FiltreHeures filtre, HeuresForm form, List<Verdict> verdicts, UtilisateurConnecte moi) {
        return page(
                filtre,
                form,
                verdicts,
                "Votre session avait pris fin\u00a0: rien n’est enregistré. Ce que vous aviez saisi est de nouveau là\u00a0; vérifiez, puis enregistrez. ",
                moi);
    }

    /**
     * What was typed and not saved, again in its fields.
     *
     * @param quittee she was going to another page of the grid
     */
    HeuresPage page(
            FiltreHeures filtre, HeuresForm form, List<Verdict> verdicts, boolean quittee, UtilisateurConnecte moi) {
        String debut = "Rien n’est enregistré pour l’instant"
                + (quittee ? ", et vous êtes toujours sur la même page" : "")
                + "\u00a0: tout ce que vous avez saisi est gardé. ";
        return page(filtre, form, verdicts, debut, moi);
    }

    private HeuresPage page(
            FiltreHeures filtre,
            HeuresForm form,
            List<Verdict> verdicts,
            @Nullable String debut,
            UtilisateurConnecte moi) {
        LocalDate jour = moi.dateMetier(clock);
        Grille grille = lecture.page(filtre, moi);
        Composition composition = new Composition(grille, filtre, form, verdicts);
        List<Ligne> lignes = composition.lignes();
        List<Colonne> colonnes = filtre.colonnes().stream()
                .map(mois -> colonne(mois, total(grille, mois)))
                .toList();
        long total = colonnes.stream().mapToLong(Colonne::centiemes).sum();
        YearMonth mois = filtre.mois();
        return new HeuresPage(
                "Heures " + period(filtre),
                subtitle(grille),
                filtre.page(grille.tranche().page()).adresse(),
                filtre.page(1).adresse(),
                "/heures?" + filtre.sur((YearMonth) null).requete() + "&format=",
                grille.entete().close(),
                debut == null ? null : (debut + refus(verdicts)).strip(),
                mois == null ? null : LONG.format(mois.minusMonths(1)),
                mois == null ? annees(filtre, jour) : mois(filtre, mois),
                chips(filtre, grille, jour),
                gauges(filtre, grille, jour),
                colonnes,
                lignes,
                total == 0 ? "" : Centiemes.rounded(total),
                total,
                slice(grille, filtre),
                apart(grille, filtre),
                form.statut(),
                verdicts.stream()
                        .filter(v -> v.niveau() == Niveau.CONFLIT)
                        .map(v -> v.cle().toString())
                        .collect(Collectors.joining(",")),
                moi.id());
    }

    private static HeuresPage.Tranche slice(Grille grille, FiltreHeures filtre) {
        HeuresLecture.Tranche t = grille.tranche();
        return new HeuresPage.Tranche(
                t.page(),
                t.pages(),
                t.page() == 1 ? null : filtre.page(t.page() - 1).adresse(),
                t.page() == t.pages() ? null : filtre.page(t.page() + 1).adresse(),
                "Lignes " + NombreAffiche.of(t.avant() + 1) + " à "
                        + NombreAffiche.of(t.avant() + grille.rangs().size()) + " sur " + NombreAffiche.of(t.total()),
                NombreAffiche.of(t.total()));
    }

    /** Of the rows of all pages, in hundredths; rejected hours apart. */
    private static long total(Grille grille, YearMonth mois) {
        return grille.sommes().stream()
                .filter(s -> s.mois().equals(mois) && s.statut() != StatutHeures.REJETEE)
                .mapToLong(s -> Centiemes.of(s.heures()))
                .sum();
    }

    /** "2021", or "de mars 2021", for a title. */
    static String period(FiltreHeures filtre) {
        YearMonth mois = filtre.mois();
        if (mois == null) return Integer.toString(filtre.annee());
        boolean voyelle = mois.getMonthValue() == 4 || mois.getMonthValue() == 8 || mois.getMonthValue() == 10;
        return (voyelle ? "d’" : "de ") + LONG.format(mois);
    }

    private static Colonne colonne(YearMonth mois, long total) {
        return new Colonne(
                "m" + mois, COURT.format(mois), LONG.format(mois), total == 0 ? "" : Centiemes.rounded(total), total);
    }

    private static String subtitle(Grille grille) {
        String debut = subject(grille.entete());
        return grille.lots().size() == 1 && grille.lots().get(0).titulaires() != null
                ? debut + " · titulaire " + grille.lots().get(0).titulaires()
                : debut;
    }

    /** What the filters name, in words; empty: the whole structure. */
    static String subject(Entete e) {
        return Stream.of(e.marche(), e.lot(), e.operation(), e.entreprise(), facilitateur(e))
                .filter(texte -> texte != null)
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String facilitateur(Entete entete) {
        return entete.facilitateur() == null ? null : "marchés suivis par " + entete.facilitateur();
    }

    /** How many cells stand against saving. */
    private static String refus(List<Verdict> verdicts) {
        long conflits =
                verdicts.stream().filter(v -> v.niveau() == Niveau.CONFLIT).count();
        long refusees = verdicts.stream().filter(v -> v.niveau().empeche()).count() - conflits;
        String suite = refusees == 0
                ? ""
                : refusees == 1
                        ? "Une case est à corriger ou à justifier."
                        : refusees + " cases sont à corriger ou à justifier.";
        if (conflits > 0)
            suite = (conflits == 1
                            ? "Une case a été changée par quelqu’un d’autre depuis que vous l’avez ouverte. "
                            : conflits
                                    + " cases ont été changées par quelqu’un d’autre depuis que vous les avez ouvertes. ")
                    + "Choisissez ce qui reste. " + suite;
        return suite;
    }

    private static List<Lien> annees(FiltreHeures filtre, LocalDate jour) {
        List<Lien> liens = new ArrayList<>();
        int derniere = Math.max(jour.getYear(), filtre.annee());
        for (int annee = Math.min(filtre.annee(), derniere - 2) - 1; annee <= derniere; annee++) {
            if (Math.abs(annee - filtre.annee()) <= 2 || annee >= derniere - 1)
                liens.add(new Lien(Integer.toString(annee), filtre.sur(annee).adresse(), annee == filtre.annee()));
        }
        return liens;
    }

    private static List<Lien> mois(FiltreHeures filtre, YearMonth mois) {
        return Stream.of(mois.minusMonths(1), mois, mois.plusMonths(1))
                .map(m -> new Lien(LONG.format(m), filtre.sur(m).adresse(), m.equals(mois)))
                .toList();
    }

    private static List<Lien> chips(FiltreHeures filtre, Grille grille, LocalDate jour) {
        List<Lien> puces = new ArrayList<>();
        Long lot = filtre.cibles().get("lot");
        if (filtre.cibles().containsKey("marche") && (grille.lots().size() > 1 || lot != null)) {
            if (lot != null)
                puces.add(new Lien("Tous les lots", filtre.avec("lot", null).adresse(), false));
            for (Lot un : grille.lots()) {
                puces.add(new Lien(
                        LotConcerne.titre(un.numero(), un.objet(), null),
                        filtre.avec("lot", un.id()).adresse(),
                        lot != null && lot == un.id()));
            }
        }
        YearMonth passe = YearMonth.from(jour).minusMonths(1);
        YearMonth dernier = passe.getYear() == filtre.annee() ? passe : YearMonth.of(filtre.annee(), 12);
        puces.add(
                filtre.mois() == null
                        ? new Lien("Mois par mois", filtre.sur(dernier).adresse(), false)
                        : new Lien("Toute l’année", filtre.sur((YearMonth) null).adresse(), false));
        int aValider = grille.sommes().stream()
                .filter(s ->
                        s.statut() == StatutHeures.DECLAREE && filtre.colonnes().contains(s.mois()))
                .mapToInt(Somme::cases)
                .sum();
        puces.add(new Lien("À valider (" + aValider + ")", filtre.validation(), false));
        puces.add(new Lien("Autre marché, entreprise…", "/heures/choix?annee=" + filtre.annee(), false));
        return puces;
    }

    private static List<HeuresPage.Jauge> gauges(FiltreHeures filtre, Grille grille, LocalDate jour) {
        Long lot = filtre.cibles().get("lot");
        List<Lot> lots = grille.lots().stream()
                .filter(un -> lot == null || un.id() == lot)
                .toList();
        return lots.stream().map(un -> Jauges.of(un, lots.size() == 1, jour)).toList();
    }

    /** "12 h déclarées, à valider", for the sums show them and the bilan does not. */
    private static List<String> apart(Grille grille, FiltreHeures filtre) {
        Map<String, BigDecimal> sommes = new TreeMap<>();
        for (Somme s : grille.sommes()) {
            if (s.motifNonCompte() != null && !s.mois().atDay(1).isBefore(filtre.du()))
                sommes.merge(s.motifNonCompte(), s.heures(), BigDecimal::add);
        }
        return sommes.entrySet().stream()
                .map(s -> Regles.shown(s.getValue()) + NombreAffiche.INSECABLE + "h " + reason(s.getKey()))
                .toList();
    }

    private static String reason(String motif) {
        return switch (motif) {
            case "BROUILLON" -> "en brouillon";
            case "DECLAREE" -> "déclarées, à valider";
            case "REJETEE" -> "rejetées (hors des totaux)";
            default -> "hors de la période d’éligibilité";
        };
    }
}
