package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Barre;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Echelle;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.figure.Ton;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.referentiel.Situation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the people of the year before.
 *
 * @param issues null where there is no cohort to follow
 */
record ParcoursPage(
        Cadre cadre,
        Panneau panneauIssues,
        @Nullable Empilement issues,
        Panneau panneauSituations,
        Tableau situations) {

    static ParcoursPage of(Bilan bilan, Cadre cadre) {
        Adresses adresses = new Adresses(bilan.perimetre());
        return new ParcoursPage(
                cadre,
                Panneau.of("issues", "Après un an", Parcours.phrase(bilan), Indicateur.PART_EMPLOI_12_MOIS)
                        .note(
                                "Les personnes sans réponse restent au dénominateur. Les parts sont arrondies une à une : leur somme peut différer de 100 %."),
                Parcours.issues(bilan),
                Panneau.of("situations", "Chaque situation", phrase(bilan), Rubrique.SITUATIONS, adresses),
                situations(bilan, adresses));
    }

    private static String phrase(Bilan bilan) {
        return bilan.situations().stream()
                .filter(l -> l.code() != null && l.code().enEmploiOuFormation())
                .findFirst()
                .map(l -> "Parmi les emplois et formations, " + l.libelle() + " vient en tête : "
                        + Mots.compte(l.beneficiaires(), "personne", "personnes") + ".")
                .orElse("");
    }

    private static Ton ton(@Nullable Situation situation) {
        if (situation == null || situation == Situation.NON_RENSEIGNE) {
            return Ton.INCONNU;
        }
        return situation.enEmploiOuFormation() ? Ton.DONNEE : Ton.SECOND;
    }

    private static Tableau situations(Bilan bilan, Adresses adresses) {
        Echelle echelle = Echelle.of(bilan.situations().stream()
                .map(l -> BigDecimal.valueOf(l.beneficiaires()))
                .toList());
        Long cohorte = bilan.indicateurs().cohorte12Mois();
        return new Tableau(
                "Personnes ayant des heures en " + (bilan.perimetre().annee() - 1) + ", douze mois après",
                "Situation",
                List.of("Personnes", "Part"),
                bilan.situations().stream()
                        .map(l -> Tableau.Ligne.of(
                                l.libelle(),
                                Barre.of(BigDecimal.valueOf(l.beneficiaires()), echelle, ton(l.code())),
                                Cellule.lien(
                                        NombreAffiche.of(l.beneficiaires()),
                                        adresses.details(Liste.PARCOURS, Precision.SITUATION, Tableaux.code(l))),
                                Cellule.of(bilan.indicateurs()
                                        .parmiCohorte(l.beneficiaires())
                                        .affiche())))
                        .toList(),
                cohorte == null || cohorte == 0
                        ? null
                        : Tableau.Ligne.of(
                                "Ensemble",
                                null,
                                Cellule.lien(NombreAffiche.of(cohorte), adresses.details(Liste.PARCOURS)),
                                Cellule.VIDE));
    }
}
