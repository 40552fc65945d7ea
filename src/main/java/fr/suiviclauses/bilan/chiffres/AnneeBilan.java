package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.Part;

/** One year of the trajectory, under the same filters; a year without data is 0, and its shares are "–". */
public record AnneeBilan(
        int annee,
        Heures heures,
        long beneficiaires,
        long marchesSuivis,
        long donneursOrdres,
        long donneursOrdresAvecHeures,
        long entreprises,
        Heures heuresPubliques,
        Heures heuresTop10,
        Heures heuresSignatairesSba,
        Heures heuresServices,
        Heures heuresTravaux,
        Heures heuresTp,
        Heures heuresReservees,
        long beneficiairesReserves) {

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

    public Part partReservees() {
        return heuresReservees.partOf(heures);
    }
}
