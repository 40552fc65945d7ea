package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import fr.suiviclauses.suivi.SuivisLecture.Extrait;
import fr.suiviclauses.suivi.SuivisLecture.Taux;
import fr.suiviclauses.suivi.SuivisPage.LigneSuivi;
import fr.suiviclauses.suivi.SuivisPage.LigneTaux;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

/** Makes the page of follow-ups, by three statements. */
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
                demande.sansFiltre() ? "Personne à appeler aujourd’hui." : "Rien ne correspond.",
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
                page > 1 ? address(demande, page - 1) : null,
                page < pages ? address(demande, page + 1) : null);
    }

    private static String address(DemandeSuivis demande, int page) {
        String requete = demande.requete(page);
        return requete.isEmpty() ? "/suivis" : "/suivis?" + requete;
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
                                .map(j -> new Liste.Option(j.toString(), "À " + j + "\u00a0mois"))
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
                        Objects.toString(demande.entreprise(), "")));
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
                "À " + s.jalon() + "\u00a0mois, après " + MOIS.format(s.dernierMois()),
                s.employeur(),
                s.telephone(),
                situation == null
                        ? null
                        : (situation == Situation.NON_RENSEIGNE ? "Injoignable" : situation.libelle())
                                + (date == null ? "" : ", le " + DateFrancaise.affiche(date)),
                situation != null && situation != Situation.NON_RENSEIGNE,
                situation == null ? "" : situation.name(),
                s.aPartirDu().isAfter(jour),
                refusee && refus != null ? refus.form().date() : "",
                refusee && refus != null ? refus.phrase() : null);
    }
}
