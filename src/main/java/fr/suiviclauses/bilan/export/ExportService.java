package fr.suiviclauses.bilan.export;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.BilanService;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.grille.Document;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Makes files of a bilan's tables, with what must be printed beside them. */
@Service
@RequiredArgsConstructor
class ExportService {

    private final BilanService bilans;

    Document document(Perimetre perimetre, List<Rubrique> rubriques) {
        Bilan bilan = bilans.bilan(perimetre);
        Grilles grilles = new Grilles(bilan);
        String quoi = rubriques.size() == 1 ? "-" + rubriques.get(0).code() : "";
        return new Document(
                "bilan-" + (perimetre.pluriannuel() ? perimetre.depuis() + "-" : "") + perimetre.annee() + quoi,
                "Bilan " + perimetre.periode(),
                notes(bilan),
                rubriques.stream().map(grilles::of).toList());
    }

    private static List<String> notes(Bilan bilan) {
        List<String> notes = new ArrayList<>();
        notes.add(bilan.structure() + " · Bilan " + bilan.perimetre().phrase() + " · "
                + bilan.etat().libelle());
        notes.add("Heures validées, comptées au mois de travail et dans la fenêtre d’éligibilité ; les totaux sont"
                + " calculés sur les heures exactes.");
        if (bilan.dateDemonstration() != null) {
            notes.add("Données de démonstration : les personnes, les entreprises et une partie des années sont"
                    + " inventées.");
        }
        return notes;
    }
}
