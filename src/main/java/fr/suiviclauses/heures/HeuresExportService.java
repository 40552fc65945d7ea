package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.heures.HeuresLecture.Case;
import fr.suiviclauses.heures.RangsLecture.Rang;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hours as files, with the filters of their page: the year's grid, one row a contract and lot; what is to be decided on. */
@Service
@RequiredArgsConstructor
class HeuresExportService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MM/yyyy", Locale.FRENCH);

    private final HeuresLecture lecture;
    private final ValidationService validations;

    Document document(FiltreHeures filtre, UtilisateurConnecte moi) {
        HeuresLecture.Grille grille = lecture.whole(filtre, moi);
        Map<Long, HeuresLecture.Lot> lots = new HashMap<>();
        grille.lots().forEach(lot -> lots.put(lot.id(), lot));
        List<Colonne> colonnes = new ArrayList<>(List.of(
                Colonne.texte("Personne"),
                Colonne.texte("Employeur"),
                Colonne.texte("Modalité"),
                Colonne.texte("Marché"),
                Colonne.texte("Lot")));
        for (YearMonth mois : filtre.colonnes()) colonnes.add(Colonne.chiffre(MOIS.format(mois)));
        colonnes.add(Colonne.chiffre("Total"));
        List<Grille.Ligne> lignes = grille.rangs().stream()
                .map(rang -> line(rang, lots.get(rang.lotId()), grille, filtre))
                .toList();
        return new Document(
                "heures-" + filtre.annee(),
                "Heures " + filtre.annee(),
                List.of(
                        "Heures saisies, comptées ou non ; les heures rejetées n’y sont pas. Vide : à saisir ; 0 : aucune heure."),
                List.of(new Grille(
                        "heures",
                        "Heures " + filtre.annee(),
                        "Par contrat, lot et mois travaillé.",
                        colonnes,
                        lignes,
                        null)));
    }

    private static Grille.Ligne line(
            Rang rang, HeuresLecture.@Nullable Lot lot, HeuresLecture.Grille grille, FiltreHeures filtre) {
        List<@Nullable Object> valeurs = new ArrayList<>();
        valeurs.add(rang.personne());
        valeurs.add(rang.employeur());
        valeurs.add(rang.modalite().libelle());
        valeurs.add(lot == null ? null : lot.marche());
        valeurs.add(lot == null ? null : lot.numero());
        Heures total = Heures.ZERO;
        for (YearMonth mois : filtre.colonnes()) {
            Heures heures = hours(grille.cases().get(new Cle(rang.contratId(), rang.lotId(), mois)));
            valeurs.add(heures);
            if (heures != null) total = total.plus(heures);
        }
        valeurs.add(total);
        return new Grille.Ligne(valeurs, null);
    }

    private static @Nullable Heures hours(@Nullable Case stockee) {
        return stockee == null || stockee.etat().heures() == null || stockee.statut() == StatutHeures.REJETEE
                ? null
                : new Heures(stockee.etat().heures());
    }

    /** The relevés of all pages of a status. */
    Document validation(DemandeValidation demande, UtilisateurConnecte moi) {
        ValidationService.Tout tout = validations.all(demande, moi);
        YearMonth mois = demande.mois();
        String titre = "Validation des heures " + HeuresPageService.period(demande.filtre());
        List<String> notes = new ArrayList<>();
        notes.add(moi.structure());
        String sujet = HeuresPageService.subject(tout.entete());
        if (!sujet.isEmpty()) notes.add(sujet);
        notes.add("Statut\u00a0: " + demande.statut().libelle());
        notes.addAll(demande.recherche().notes());
        return new Document(
                "validation-" + (mois == null ? demande.filtre().annee() : mois),
                titre,
                notes,
                List.of(new Grille(
                        "validation",
                        titre,
                        "Par contrat, lot et mois travaillé.",
                        List.of(
                                Colonne.texte("Personne"),
                                Colonne.texte("Mois"),
                                Colonne.chiffre("Heures"),
                                Colonne.texte("Employeur"),
                                Colonne.texte("Marché"),
                                Colonne.texte("Lot"),
                                Colonne.texte("Statut"),
                                Colonne.texte("Remarque"),
                                Colonne.texte("Avertissements")),
                        tout.releves().stream()
                                .map(r -> Grille.Ligne.of(
                                        r.personne(),
                                        r.mois(),
                                        new Heures(r.heures()),
                                        r.employeur(),
                                        r.marche(),
                                        r.lot(),
                                        demande.statut().libelle(),
                                        r.remarque(),
                                        String.join(" ", r.alertes())))
                                .toList(),
                        null)),
                Coupure.fichier(
                        tout.total(), "Pour avoir les autres, choisissez un mois, puis téléchargez de nouveau."));
    }
}
