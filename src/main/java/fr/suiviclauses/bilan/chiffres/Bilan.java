package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one perimeter. Lists hold what has counted hours in the period, largest first, then by name.
 *
 * @param structure the structure's name
 * @param dateDemonstration the fixed business date of a demonstration; null for a structure that lives today
 * @param premiereAnnee first year with validated hours of the structure, whatever the filters; the bilan's without any
 * @param derniereAnnee last year with validated hours; the bilan's without any
 * @param donneursOrdres also the followed buyers without hours
 * @param criteres several may hold for one person: they may add up to more than the people
 * @param situations what became of the cohort of the year before, at 12 months; empty over several years
 * @param agregats declared figures of the period, and what the same perimeters declared in earlier years
 */
public record Bilan(
        Perimetre perimetre,
        String structure,
        @Nullable LocalDate dateDemonstration,
        EtatBilan etat,
        int premiereAnnee,
        int derniereAnnee,
        Indicateurs indicateurs,
        List<LigneDonneurOrdre> donneursOrdres,
        List<LigneFamille> familles,
        List<LigneGroupe> groupes,
        List<LigneType> types,
        List<LigneCharte> chartes,
        List<LigneModalite> modalites,
        List<LigneClause> clauses,
        List<LigneEffectif<Critere>> criteres,
        List<LigneEffectif<Diplome>> diplomes,
        List<LigneEffectif<Sexe>> sexes,
        List<LigneEffectif<Qpv>> qpv,
        List<LigneEffectif<Metropole>> metropole,
        List<LigneEffectif<TrancheAge>> ages,
        List<LignePrescripteur> prescripteurs,
        List<LigneEffectif<Situation>> situations,
        List<LigneOperation> operations,
        List<AgregatDeclare> agregats,
        Trajectoire trajectoire) {

    /** No counted hour in the period under the filters. */
    public boolean vide() {
        return indicateurs.heures().nulles();
    }

    /** The ten buyers with most hours. */
    public List<LigneDonneurOrdre> dixPremiers() {
        return donneursOrdres.stream()
                .filter(d -> !d.heures().nulles())
                .limit(10)
                .toList();
    }

    public List<LigneDonneurOrdre> donneursOrdres(NatureDonneurOrdre nature) {
        return donneursOrdres.stream().filter(d -> d.nature() == nature).toList();
    }

    /** The fine families of a group, largest first. */
    public List<LigneFamille> familles(String groupe) {
        return familles.stream().filter(f -> f.groupe().equals(groupe)).toList();
    }

    /** A line's hours over all hours of the perimeter. */
    public Part part(Heures heures) {
        return heures.partOf(indicateurs.heures());
    }

    /** The year before under the same filters; none over several years. */
    public Optional<AnneeBilan> anneePrecedente() {
        return perimetre.pluriannuel() ? Optional.empty() : trajectoire.annee(perimetre.annee() - 1);
    }

    public Evolution evolutionHeures() {
        return anneePrecedente()
                .map(avant -> indicateurs.heures().depuis(avant.heures()))
                .orElse(Evolution.AUCUNE);
    }

    public Evolution evolutionBeneficiaires() {
        return anneePrecedente()
                .map(avant -> Evolution.of(avant.beneficiaires(), indicateurs.beneficiaires()))
                .orElse(Evolution.AUCUNE);
    }

    public Evolution evolutionMarches() {
        return anneePrecedente()
                .map(avant -> Evolution.of(avant.marchesSuivis(), indicateurs.marchesSuivis()))
                .orElse(Evolution.AUCUNE);
    }

    public Evolution evolutionDonneursOrdres() {
        return anneePrecedente()
                .map(avant -> Evolution.of(avant.donneursOrdres(), indicateurs.donneursOrdres()))
                .orElse(Evolution.AUCUNE);
    }

    public Evolution evolutionEntreprises() {
        return anneePrecedente()
                .map(avant -> Evolution.of(avant.entreprises(), indicateurs.entreprises()))
                .orElse(Evolution.AUCUNE);
    }
}
