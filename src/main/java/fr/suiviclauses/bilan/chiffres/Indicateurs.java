package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.Quotient;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The counts behind every key figure, as one row of the database; shares are made from them here, exactly. What each
 * means stands once, in {@link Indicateur}.
 *
 * @param heuresTop10 hours of the ten largest buyers
 * @param heuresSignatairesSba hours of the buyers whose charter is in force on 31 December of the bilan's year
 * @param jeunes26 people with at least one of the two criteria of the young, once
 * @param cohorte12Mois people with counted hours in the year before; null over several years
 * @param heuresParEtp hours per full-time equivalent in force on 31 December
 */
public record Indicateurs(
        Heures heures,
        long beneficiaires,
        long marchesSuivis,
        long donneursOrdres,
        long donneursOrdresAvecHeures,
        long donneursOrdresPublicsAvecHeures,
        long donneursOrdresPrivesAvecHeures,
        long entreprises,
        Heures heuresCumul,
        long beneficiairesCumul,
        Heures heuresPubliques,
        Heures heuresPrivees,
        Heures heuresTop10,
        Heures heuresSignatairesSba,
        long famillesAvecHeures,
        Heures heuresServices,
        Heures heuresTravaux,
        Heures heuresTp,
        Heures heuresReservees,
        long beneficiairesReserves,
        long marchesReserves,
        long deld,
        long jeunes26,
        long femmes,
        long enQpv,
        long enMetropole,
        long infraCap,
        long sansDiplome,
        @Nullable Long cohorte12Mois,
        @Nullable Long emploi12Mois,
        @Nullable Long sansEmploi12Mois,
        BigDecimal heuresParEtp) {

    public Part partPublique() {
        return heuresPubliques.partOf(heures);
    }

    public Part partTop10() {
        return heuresTop10.partOf(heures);
    }

    public Part partSignatairesSba() {
        return heuresSignatairesSba.partOf(heures);
    }

    public Part partServices() {
        return heuresServices.partOf(heures);
    }

    public Part partTravaux() {
        return heuresTravaux.partOf(heures);
    }

    public Part partTp() {
        return heuresTp.partOf(heures);
    }

    public Part partHeuresReservees() {
        return heuresReservees.partOf(heures);
    }

    public Part partMarchesReserves() {
        return Part.of(marchesReserves, marchesSuivis);
    }

    public Part partDeld() {
        return parmiBeneficiaires(deld);
    }

    public Part partJeunes26() {
        return parmiBeneficiaires(jeunes26);
    }

    public Part partFemmes() {
        return parmiBeneficiaires(femmes);
    }

    public Part partQpv() {
        return parmiBeneficiaires(enQpv);
    }

    public Part partMetropole() {
        return parmiBeneficiaires(enMetropole);
    }

    public Part partInfraCap() {
        return parmiBeneficiaires(infraCap);
    }

    public Part partSansDiplome() {
        return parmiBeneficiaires(sansDiplome);
    }

    public Part partEmploi12Mois() {
        return parmiCohorte(emploi12Mois);
    }

    public Part partSansEmploi12Mois() {
        return parmiCohorte(sansEmploi12Mois);
    }

    public Quotient heuresParBeneficiaire() {
        return new Quotient(heures.valeur(), BigDecimal.valueOf(beneficiaires));
    }

    public Quotient etp() {
        return new Quotient(heures.valeur(), heuresParEtp);
    }

    /** Some of the people of the period, over all of them: those of whom a thing is not known stay in. */
    public Part parmiBeneficiaires(long personnes) {
        return Part.of(personnes, beneficiaires);
    }

    /** Some of the cohort of the year before, over all of it. */
    public Part parmiCohorte(@Nullable Long personnes) {
        return personnes == null || cohorte12Mois == null ? Part.AUCUNE : Part.of(personnes, cohorte12Mois);
    }
}
