package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Textes;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.referentiel.StatutHeures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of an hour entry, all in one place: the check while typing and the save ask the same. */
final class Regles {

    /** A full month of 35 hours a week. */
    static final BigDecimal TEMPS_PLEIN = new BigDecimal("151.67");

    /** 48 hours a week, the legal maximum, over a month of 31 days. */
    static final BigDecimal MAXIMUM_LEGAL = new BigDecimal("212.6");

    static final int JUSTIFICATION_MAX = 500;
    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM 'à' H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private final HeuresForm form;
    private final Map<Cle, Fait> faits;
    private final LocalDate jour;
    private final ZoneId zone;

    /** By person and month: what she will have worked over all her contracts once this is saved, and before. */
    private final Map<String, BigDecimal> apres = new HashMap<>();

    Regles(HeuresForm form, Map<Cle, Fait> faits, LocalDate jour, ZoneId zone) {
        this.form = form;
        this.faits = faits;
        this.jour = jour;
        this.zone = zone;
        for (Saisie saisie : form.saisies()) {
            Fait fait = faits.get(saisie.cle());
            if (fait == null || !saisie.changee()) continue;
            BigDecimal valeur = saisie.valeur() == null ? BigDecimal.ZERO : saisie.valeur();
            apres.merge(
                    key(fait),
                    fait.total().add(valeur).subtract(fait.pesees()),
                    (a, b) -> a.add(b).subtract(fait.total()));
        }
    }

    private static String key(Fait fait) {
        return fait.personne() + "_" + fait.mois();
    }

    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Saisie saisie : form.saisies()) {
            Fait fait = faits.get(saisie.cle());
            if (fait != null) verdicts.add(verdict(saisie, fait));
        }
        return verdicts;
    }

    private Verdict verdict(Saisie saisie, Fait fait) {
        boolean comptee = form.statut() == StatutHeures.VALIDEE && fait.eligible();
        if (!saisie.changee()) return new Verdict(saisie, fait, Niveau.INCHANGEE, List.of(), comptee, false);
        boolean dejaFait = saisie.refus() == null && fait.etat().vaut(saisie.valeur());
        if (dejaFait) return new Verdict(saisie, fait, Niveau.INCHANGEE, List.of(), comptee, false);
        if (!saisie.ouvert().estLeMeme(fait.etat()) || form.attendUnChoix(saisie.cle()))
            return new Verdict(saisie, fait, Niveau.CONFLIT, List.of(conflict(saisie, fait)), comptee, false);
        String refus = refus(saisie, fait);
        if (refus != null) return new Verdict(saisie, fait, Niveau.REFUSEE, List.of(refus), false, false);
        return plausible(saisie, fait, comptee);
    }

    private @Nullable String refus(Saisie saisie, Fait fait) {
        if (saisie.refus() != null) return saisie.refus();
        YearMonth mois = saisie.cle().mois();
        if (fait.close()) return "L’année " + mois.getYear() + " est arrêtée\u00a0: ses heures ne changent plus.";
        if (saisie.valeur() == null) return null;
        if (mois.atDay(1).isAfter(jour)) return "Ce mois est dans le futur.";
        if (!fait.rattache()) return "Ce contrat n’est pas rattaché à ce lot.";
        if (mois.isBefore(YearMonth.from(fait.debut())))
            return "Le contrat ne commence qu’en " + MOIS.format(fait.debut()) + ".";
        if (fait.fin() != null && mois.isAfter(YearMonth.from(fait.fin())))
            return "Le contrat a pris fin en " + MOIS.format(fait.fin()) + ".";
        return null;
    }

    private Verdict plausible(Saisie saisie, Fait fait, boolean comptee) {
        BigDecimal total = apres.getOrDefault(key(fait), BigDecimal.ZERO);
        boolean monte = total.compareTo(fait.total()) > 0;
        if (total.compareTo(Saisie.MOIS_ENTIER) > 0 && monte)
            return new Verdict(saisie, fait, Niveau.REFUSEE, List.of(overall(total, "744")), false, false);
        List<String> phrases = new ArrayList<>();
        boolean excessive = false;
        if (total.compareTo(MAXIMUM_LEGAL) > 0
                && monte
                && saisie.valeur() != null
                && saisie.valeur().signum() > 0) {
            String motif = form.justification(fait.personne(), fait.mois()).strip();
            String refus = motif.isEmpty() ? "Indiquez une justification ou corrigez." : unfit(motif);
            if (refus != null)
                return new Verdict(
                        saisie, fait, Niveau.JUSTIFIER, List.of(overall(total, "212,6") + " " + refus), comptee, true);
            phrases.add(overall(total, "212,6"));
            excessive = true;
        } else if (total.compareTo(TEMPS_PLEIN) > 0 && monte) {
            phrases.add(overall(total, "151,67"));
        }
        if (saisie.valeur() != null && saisie.valeur().signum() > 0)
            phrases.addAll(outside(fait.eligible(), fait.dansMarche()));
        return new Verdict(saisie, fait, phrases.isEmpty() ? Niveau.BONNE : Niveau.ALERTE, phrases, comptee, excessive);
    }

    private static List<String> outside(boolean eligible, boolean dansMarche) {
        List<String> phrases = new ArrayList<>();
        if (!eligible)
            phrases.add("Hors de la période d’éligibilité\u00a0: ces heures sont gardées, mais ne comptent pas.");
        if (!dansMarche)
            phrases.add("Hors des dates du marché\u00a0: ces heures comptent, et figurent dans les contrôles.");
        return phrases;
    }

    /** What whoever decides on stored hours should know of them, with the month of their person over all her contracts. */
    static List<String> warnings(BigDecimal total, boolean eligible, boolean dansMarche) {
        List<String> phrases = new ArrayList<>();
        if (total.compareTo(TEMPS_PLEIN) > 0) phrases.add(overall(total, seuil(total)));
        phrases.addAll(outside(eligible, dansMarche));
        return phrases;
    }

    /** Why a justification can't be kept; null when it can. */
    private static @Nullable String unfit(String motif) {
        return Nir.in(motif) ? Nir.REFUS : Textes.refus(motif, JUSTIFICATION_MAX);
    }

    private static String overall(BigDecimal total, String seuil) {
        return shown(total) + "\u00a0h ce mois-ci sur l’ensemble de ses contrats, au-delà de " + seuil + "\u00a0h.";
    }

    /** The same of what is stored: the threshold that a person's month is above. */
    static String seuil(BigDecimal total) {
        return total.compareTo(MAXIMUM_LEGAL) > 0 ? "212,6" : "151,67";
    }

    /** Why a stored month is marked. */
    static String stored(BigDecimal total, @Nullable String justification) {
        return overall(total, seuil(total))
                + (justification == null || justification.isBlank() ? "" : " Justification\u00a0: " + justification);
    }

    /** Why relevés that were rejected can't be taken back as they are. */
    static String refused(EtatHeures.MoisCharge mois) {
        boolean entier = mois.heures().compareTo(Saisie.MOIS_ENTIER) > 0;
        return Personne.nom(mois.nom(), mois.prenom()) + ", " + MOIS.format(mois.mois()) + "\u00a0: "
                + overall(mois.heures(), entier ? "744" : "212,6")
                + (entier
                        ? " Corrigez ses heures dans la grille, ou décochez-les."
                        : " Corrigez ses heures dans la grille, où la justification est demandée, ou décochez-les.");
    }

    private String conflict(Saisie saisie, Fait fait) {
        String qui = fait.auteur() == null ? "Quelqu’un d’autre" : fait.auteur();
        String quand = fait.moment() == null
                ? ""
                : " le " + MOMENT.format(fait.moment().atZone(zone));
        String quoi = fait.etat().heures() == null
                ? " a vidé cette case"
                : " a enregistré "
                        + (fait.etat().version() < 0
                                ? "«\u00a0aucune heure\u00a0»"
                                : shown(fait.etat().heures()) + "\u00a0h");
        String avant = saisie.ouvert().heures() == null
                ? ""
                : " à la place de " + shown(saisie.ouvert().heures());
        return qui + quoi + avant + quand + ".";
    }

    /** "225", "104,5", "151,67": without zeros that nobody types. */
    static String shown(BigDecimal heures) {
        BigDecimal net = heures.stripTrailingZeros();
        return NombreAffiche.of(net, Math.max(0, net.scale()));
    }
}
