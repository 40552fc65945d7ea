package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.liste.Recherche;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import fr.suiviclauses.suivi.SuivisLecture.Extrait;
import fr.suiviclauses.suivi.SuivisLecture.Taux;
import fr.suiviclauses.suivi.SuivisPage.LigneSuivi;
import fr.suiviclauses.suivi.SuivisPage.LigneTaux;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page of follow-ups, by three statements, and the file of it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class SuivisPageService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final List<Integer> JALONS = List.of(3, 6, 12);
    private static final int ANNEES = 10;

    private final SuivisLecture lecture;
    private final Clock clock;

    /** What was sent for a row, and why it was refused. */
    record Refus(SuiviForm form, String phrase) {}

    SuivisPage page(DemandeSuivis demande, String retour, @Nullable Refus refus, UtilisateurConnecte moi) {
        Extrait extrait = lecture.find(demande, moi);
        int pages = (int) Math.max(1, (extrait.total() + SuivisLecture.PAR_PAGE - 1) / SuivisLecture.PAR_PAGE);
        // The last row of the last page was answered: the page before is what is left.
        if (demande.page() > pages) return page(demande.sur(pages), demande.requete(pages), refus, moi);
        LocalDate jour = moi.dateMetier(clock);
        int page = demande.page();
        return new SuivisPage(
                NombreAffiche.of(extrait.total())
                        + NombreAffiche.INSECABLE
                        + (extrait.total() < 2 ? "suivi" : "suivis"),
                !demande.sansFiltre(),
                demande.sansFiltre() ? "Aucune personne à appeler aujourd’hui." : "Rien ne correspond.",
                demande.recherche().q(),
                demande.recherche().vide()
                        ? null
                        : demande.avec(Recherche.AUCUNE).adresse(1),
                demande.recherche().vide() || demande.etat() == EtatSuivi.TOUS
                        ? null
                        : demande.avec(EtatSuivi.TOUS).adresse(1),
                demande.fichier(),
                filters(demande, jour, moi),
                rates(lecture.rates(demande.cohorte(), moi)),
                extrait.suivis().stream().map(s -> row(s, jour, refus)).toList(),
                Arrays.stream(Situation.values())
                        .filter(Situation::enEmploiOuFormation)
                        .toList(),
                Arrays.stream(Situation.values()).filter(Situation::sansEmploi).toList(),
                DateFrancaise.affiche(jour),
                retour,
                page,
                pages,
                page > 1 ? demande.adresse(page - 1) : null,
                page < pages ? demande.adresse(page + 1) : null);
    }

    /** The follow-ups of all pages. */
    Document document(DemandeSuivis demande, UtilisateurConnecte moi) {
        List<String> notes = new ArrayList<>();
        notes.add(moi.structure());
        notes.addAll(demande.recherche().notes());
        for (Liste.Filtre filtre : filters(demande, moi.dateMetier(clock), moi)) {
            filtre.options().stream()
                    .filter(option -> option.code().equals(filtre.courant()))
                    .forEach(option -> notes.add(filtre.libelle() + "\u00a0: " + option.libelle()));
        }
        Extrait extrait = lecture.all(demande, moi);
        return new Document(
                "suivis",
                "Suivis",
                notes,
                List.of(new Grille(
                        "suivis",
                        "Suivis",
                        "Une ligne par personne, année des heures et échéance. L’employeur est celui du dernier mois.",
                        List.of(
                                Grille.Colonne.texte("Personne"),
                                Grille.Colonne.texte("Échéance"),
                                Grille.Colonne.texte("Dernier mois de travail"),
                                Grille.Colonne.texte("Employeur"),
                                Grille.Colonne.texte("Téléphone"),
                                Grille.Colonne.texte("Réponse"),
                                Grille.Colonne.texte("Date de la réponse")),
                        extrait.suivis().stream().map(SuivisPageService::line).toList(),
                        null)),
                Coupure.fichier(
                        extrait.total(), "Pour avoir les autres, choisissez une année, puis téléchargez de nouveau."));
    }

    private static Grille.Ligne line(SuiviLu s) {
        return Grille.Ligne.of(
                s.personne(),
                milestone(s.jalon()),
                YearMonth.from(s.dernierMois()),
                s.employeur(),
                s.telephone(),
                answer(s.situation()),
                s.dateReponse());
    }

    private static String milestone(int jalon) {
        return "À " + jalon + "\u00a0mois";
    }

    private static @Nullable String answer(@Nullable Situation situation) {
        if (situation == null) return null;
        return situation == Situation.NON_RENSEIGNE ? "Injoignable" : situation.libelle();
    }

    private List<Liste.Filtre> filters(DemandeSuivis demande, LocalDate jour, UtilisateurConnecte moi) {
        List<Liste.Option> annees = IntStream.iterate(jour.getYear(), a -> a - 1)
                .limit(ANNEES)
                .mapToObj(a -> new Liste.Option(Integer.toString(a), Integer.toString(a)))
                .toList();
        return List.of(
                new Liste.Filtre(
                        "etat",
                        "État",
                        false,
                        Arrays.stream(EtatSuivi.values())
                                .map(e -> new Liste.Option(e.name(), e.libelle()))
                                .toList(),
                        demande.etat().name()),
                new Liste.Filtre(
                        "jalon",
                        "Échéance",
                        true,
                        JALONS.stream()
                                .map(j -> new Liste.Option(j.toString(), milestone(j)))
                                .toList(),
                        Objects.toString(demande.jalon(), "")),
                new Liste.Filtre("cohorte", "Année des heures", true, annees, Objects.toString(demande.cohorte(), "")),
                new Liste.Filtre(
                        "entreprise",
                        "Employeur",
                        true,
                        lecture.employers(moi).stream()
                                .map(e -> new Liste.Option(e.code(), e.libelle()))
                                .toList(),
                        Objects.toString(demande.entreprise(), "")),
                new Liste.Filtre(
                        "suivi",
                        "Facilitateur",
                        true,
                        List.of(new Liste.Option(DemandeSuivis.MIENS, "Les miens")),
                        demande.miens() ? DemandeSuivis.MIENS : ""));
    }

    private static List<LigneTaux> rates(List<Taux> taux) {
        Map<Integer, List<Taux>> cohortes = new LinkedHashMap<>();
        for (Taux t : taux) {
            cohortes.merge(
                    t.cohorte(),
                    List.of(t),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return cohortes.entrySet().stream()
                .map(c -> new LigneTaux(
                        c.getKey(),
                        NombreAffiche.of(c.getValue().get(0).personnes()),
                        c.getValue().stream().map(SuivisPageService::rate).toList()))
                .toList();
    }

    private static LigneTaux.Jalon rate(Taux t) {
        if (t.echus() == 0 && t.repondus() == 0) return new LigneTaux.Jalon("à venir", "");
        String detail = NombreAffiche.of(t.repondus()) + " sur " + NombreAffiche.of(t.personnes());
        if (t.injoignables() > 0)
            detail += ", " + NombreAffiche.of(t.injoignables())
                    + (t.injoignables() == 1 ? " injoignable" : " injoignables");
        if (t.echus() < t.personnes()) detail += ", " + NombreAffiche.of(t.personnes() - t.echus()) + " à venir";
        return new LigneTaux.Jalon(Part.of(t.repondus(), t.personnes()).affiche(), detail);
    }

    private static LigneSuivi row(SuiviLu s, LocalDate jour, @Nullable Refus refus) {
        Situation situation = s.situation();
        LocalDate date = s.dateReponse();
        boolean refusee = refus != null
                && refus.form().cohorte().equals(Integer.toString(s.cohorte()))
                && refus.form().jalon().equals(Integer.toString(s.jalon()));
        return new LigneSuivi(
                "suivi-" + s.beneficiaireId() + "-" + s.cohorte() + "-" + s.jalon(),
                s.beneficiaireId(),
                s.personne(),
                s.cohorte(),
                s.jalon(),
                milestone(s.jalon()) + ", après " + MOIS.format(s.dernierMois()),
                s.employeur(),
                s.telephone(),
                situation == null
                        ? null
                        : answer(situation) + (date == null ? "" : ", le " + DateFrancaise.affiche(date)),
                situation != null && situation != Situation.NON_RENSEIGNE,
                situation == null ? "" : situation.name(),
                s.aPartirDu().isAfter(jour),
                refusee && refus != null ? refus.form().date() : "",
                refusee && refus != null ? refus.phrase() : null);
    }
}
