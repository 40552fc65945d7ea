package fr.suiviclauses.accueil;

import fr.suiviclauses.accueil.AujourdhuiRepository.Declares;
import fr.suiviclauses.accueil.AujourdhuiRepository.Lot;
import fr.suiviclauses.accueil.AujourdhuiRepository.Releves;
import fr.suiviclauses.accueil.Panneau.Ligne;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a facilitator has to do today: seven statements, however much there is. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class AujourdhuiService {

    static final String DECLARATIONS = "declarations";
    static final String MOIS_MANQUANTS = "mois-manquants";
    static final String LOTS_PROCHES = "lots-proches";
    static final String LOTS_EN_RETARD = "lots-en-retard";
    static final String ELIGIBILITES = "eligibilites";
    static final String APPELS = "appels";
    static final String ACTIONS = "actions";

    private static final int APERCU = 5;
    private static final int TOUT = 1_000;
    private static final int MOIS = 12;
    private static final int FIN_DE_LOT = 90;
    private static final int FIN_D_ELIGIBILITE = 60;
    private static final int ACTION = 30;
    private static final int PRESSE = 30;

    /** A lot may be this far behind its time before anybody is told. */
    private static final BigDecimal MARGE = new BigDecimal("0.10");

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter EN_MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final AujourdhuiRepository repository;
    private final Clock clock;

    /**
     * The day.
     *
     * @param miens only the marchés in her charge, if she has any
     * @param seul the code of the one panel to show whole; empty: the first lines of all
     */
    AujourdhuiPage page(boolean miens, String seul, UtilisateurConnecte moi) {
        boolean chargee = repository.hasMarches(moi.structureId(), moi.id());
        LocalDate jour = moi.dateMetier(clock);
        Demande demande = new Demande(miens && chargee, jour, seul.isEmpty() ? APERCU : TOUT, moi);
        List<Panneau> panneaux = new ArrayList<>();
        if (wanted(seul, ACTIONS)) panneaux.add(actions(demande));
        if (wanted(seul, DECLARATIONS)) panneaux.add(declarations(demande));
        if (wanted(seul, MOIS_MANQUANTS)) panneaux.add(missing(demande));
        if (wanted(seul, LOTS_PROCHES) || wanted(seul, LOTS_EN_RETARD))
            lots(demande).stream().filter(p -> wanted(seul, p.code())).forEach(panneaux::add);
        if (wanted(seul, ELIGIBILITES)) panneaux.add(eligibilities(demande));
        if (wanted(seul, APPELS)) panneaux.add(calls(demande));
        String date = JOUR.format(jour);
        return new AujourdhuiPage(
                date.substring(0, 1).toUpperCase(Locale.FRENCH) + date.substring(1),
                miens,
                miens && !chargee
                        ? "Aucun marché n’est à votre charge\u00a0: voici ce qui concerne tous les marchés."
                        : "",
                !seul.isEmpty(),
                panneaux);
    }

    static boolean known(String seul) {
        return List.of(MOIS_MANQUANTS, LOTS_PROCHES, LOTS_EN_RETARD, ELIGIBILITES, ACTIONS)
                .contains(seul);
    }

    private static boolean wanted(String seul, String code) {
        return seul.isEmpty() || seul.equals(code);
    }

    /** What every statement is asked with. */
    private record Demande(boolean miens, LocalDate jour, int lignes, UtilisateurConnecte moi) {

        Map<String, Object> until(LocalDate bientot) {
            Map<String, Object> valeurs = new HashMap<>();
            valeurs.put("structure", moi.structureId());
            valeurs.put("moi", moi.id());
            valeurs.put("miens", miens);
            valeurs.put("jour", jour);
            valeurs.put("annee", jour.getYear());
            valeurs.put("bientot", bientot);
            YearMonth dernier = YearMonth.from(jour).minusMonths(1);
            valeurs.put("premier", dernier.minusMonths(MOIS - 1L).atDay(1));
            valeurs.put("dernier", dernier.atDay(1));
            valeurs.put("marge", MARGE);
            valeurs.put("lignes", lignes);
            return valeurs;
        }

        /** Where all lines of a panel are. */
        String tout(String code) {
            return "/aujourdhui?suivi=" + (miens ? "miens" : "tous") + "&panneau=" + code;
        }
    }

    /** All of them are where they are validated: a page shows those of one year, and the first year is done first. */
    private Panneau declarations(Demande demande) {
        List<Declares> declares = repository.declarations(demande.until(demande.jour));
        List<Releves> releves = declares.stream().map(Declares::releves).toList();
        boolean uneAnnee = declares.stream()
                .allMatch(d -> d.dernier().getYear() == d.releves().mois().getYear());
        return new Panneau(
                DECLARATIONS,
                "Déclarations à valider",
                count(first(releves, Releves::total), "relevé", "relevés"),
                "Des heures déclarées ne comptent qu’une fois validées.",
                releves.stream()
                        .map(r -> new Ligne(
                                r.entreprise(),
                                EN_MOIS.format(r.mois()) + ", " + count(r.nombre(), "relevé", "relevés"),
                                r.heures(),
                                late(r.mois(), demande),
                                "/heures/validation?mois=" + YearMonth.from(r.mois()) + deciding(demande)
                                        + "&entreprise=" + r.entrepriseId()))
                        .toList(),
                "Rien à valider.",
                releves.isEmpty()
                        ? ""
                        : "/heures/validation?annee=" + releves.get(0).mois().getYear() + deciding(demande),
                uneAnnee
                        ? "Toutes les déclarations"
                        : "Celles de " + releves.get(0).mois().getYear());
    }

    private static String deciding(Demande demande) {
        return (demande.miens ? "&facilitateur=" + demande.moi.id() : "") + "&statut=DECLAREE";
    }

    private Panneau missing(Demande demande) {
        List<Releves> releves = repository.missing(demande.until(demande.jour));
        long total = first(releves, Releves::total);
        return new Panneau(
                MOIS_MANQUANTS,
                "Mois manquants",
                count(total, "case à saisir", "cases à saisir"),
                "Un contrat ouvert, sur un lot où ses heures sont attendues, sans heures ni «\u00a0aucune heure\u00a0», au cours des douze derniers mois.",
                releves.stream()
                        .map(r -> new Ligne(
                                r.entreprise(),
                                EN_MOIS.format(r.mois()),
                                count(r.nombre(), "case", "cases"),
                                late(r.mois(), demande),
                                grid(r)))
                        .toList(),
                "Tous les mois sont saisis.",
                more(releves.stream().mapToLong(Releves::nombre).sum(), total, demande.tout(MOIS_MANQUANTS)),
                "Tous les mois manquants");
    }

    private static boolean late(LocalDate mois, Demande demande) {
        return mois.isBefore(demande.jour.withDayOfMonth(1).minusMonths(2));
    }

    private static String grid(Releves r) {
        return "/heures/mois?mois=" + YearMonth.from(r.mois()) + "&entreprise=" + r.entrepriseId();
    }

    private List<Panneau> lots(Demande demande) {
        List<Lot> lots = repository.lots(demande.until(demande.jour.plusDays(FIN_DE_LOT)));
        List<Lot> proches = lots.stream().filter(Lot::proche).toList();
        List<Lot> retards = lots.stream().filter(l -> !l.proche()).toList();
        return List.of(
                new Panneau(
                        LOTS_PROCHES,
                        "Lots bientôt finis, sous 100\u202f%",
                        count(first(proches, Lot::total), "lot", "lots"),
                        "Le marché finit dans les 90\u00a0jours et l’obligation n’est pas atteinte.",
                        proches.stream()
                                .map(l -> new Ligne(
                                        l.nom(),
                                        l.donneur() + ", fin le " + DateFrancaise.affiche(l.fin()) + ", reste "
                                                + l.reste(),
                                        l.part(),
                                        l.fin().isBefore(demande.jour.plusDays(PRESSE)),
                                        "/marches/" + l.marcheId()))
                                .toList(),
                        "Aucun lot ne finit bientôt sous 100\u202f%.",
                        more(proches.size(), first(proches, Lot::total), demande.tout(LOTS_PROCHES)),
                        "Tous ces lots"),
                new Panneau(
                        LOTS_EN_RETARD,
                        "Lots en retard sur leur rythme",
                        count(first(retards, Lot::total), "lot", "lots"),
                        "La part faite est de plus de 10\u00a0points sous la part du temps écoulé, en mois entiers. Ceux qui finissent dans les 90\u00a0jours sont à part.",
                        retards.stream()
                                .map(l -> new Ligne(
                                        l.nom(),
                                        l.donneur() + ", " + l.ecoule() + " du temps écoulé, reste " + l.reste(),
                                        l.part(),
                                        false,
                                        "/marches/" + l.marcheId()))
                                .toList(),
                        "Tous les lots suivent leur rythme.",
                        more(retards.size(), first(retards, Lot::total), demande.tout(LOTS_EN_RETARD)),
                        "Tous ces lots"));
    }

    private Panneau eligibilities(Demande demande) {
        var fins = repository.eligibilities(demande.until(demande.jour.plusDays(FIN_D_ELIGIBILITE)));
        long total = first(fins, AujourdhuiRepository.Eligibilite::total);
        return new Panneau(
                ELIGIBILITES,
                "Éligibilités bientôt finies",
                count(total, "personne", "personnes"),
                "Dans les 60\u00a0jours, pour un contrat en cours qui va au-delà\u00a0: ses heures ne compteraient plus.",
                fins.stream()
                        .map(e -> new Ligne(
                                e.personne(),
                                "jusqu’au " + DateFrancaise.affiche(e.fin()),
                                "",
                                e.fin().isBefore(demande.jour.plusDays(PRESSE)),
                                "/beneficiaires/" + e.id()))
                        .toList(),
                "Aucune éligibilité ne finit bientôt.",
                more(fins.size(), total, demande.tout(ELIGIBILITES)),
                "Toutes ces personnes");
    }

    private Panneau calls(Demande demande) {
        var appels = repository.calls(demande.until(demande.jour));
        long total = first(appels, AujourdhuiRepository.Appel::total);
        return new Panneau(
                APPELS,
                "Personnes à appeler",
                count(total, "suivi", "suivis"),
                "3, 6 et 12\u00a0mois après le dernier mois de travail de l’année, jusqu’à l’échéance suivante.",
                appels.stream()
                        .map(a -> new Ligne(
                                a.personne(),
                                "à " + a.jalon() + "\u00a0mois, heures de " + a.cohorte(),
                                "avant " + EN_MOIS.format(a.jusquAu()),
                                a.jusquAu().isBefore(demande.jour.plusDays(PRESSE)),
                                "/suivis?beneficiaire=" + a.id()))
                        .toList(),
                "Aucune personne à appeler.",
                total == 0 ? "" : demande.miens ? "/suivis?suivi=miens" : "/suivis",
                "Tous les suivis");
    }

    private Panneau actions(Demande demande) {
        var actions = repository.actions(demande.until(demande.jour.plusDays(ACTION)));
        long total = first(actions, AujourdhuiRepository.Action::total);
        return new Panneau(
                ACTIONS,
                "Prochaines actions",
                count(total, "action", "actions"),
                "Celles qui sont en retard ou à faire dans les 30\u00a0jours, les vôtres en premier.",
                actions.stream()
                        .map(a -> new Ligne(
                                a.libelle(),
                                a.reference() + (a.responsable() == null ? "" : ", " + a.responsable()),
                                DateFrancaise.affiche(a.echeance()),
                                a.echeance().isBefore(demande.jour),
                                "/marches/" + a.marcheId()))
                        .toList(),
                "Aucune action à faire.",
                more(actions.size(), total, demande.tout(ACTIONS)),
                "Toutes les actions");
    }

    private static <T> long first(List<T> lignes, ToLongFunction<T> total) {
        return lignes.isEmpty() ? 0 : total.applyAsLong(lignes.get(0));
    }

    /** Empty where all of it is shown. */
    private static String more(long montres, long total, String adresse) {
        return montres < total ? adresse : "";
    }

    private static String count(long nombre, String un, String plusieurs) {
        return nombre == 0 ? "" : NombreAffiche.of(nombre) + NombreAffiche.INSECABLE + (nombre == 1 ? un : plusieurs);
    }
}
