package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Ton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the people of the year before, in three parts and one sentence. */
final class Parcours {

    private Parcours() {}

    /** Null over several years, or when nobody had hours in the year before. */
    static @Nullable Empilement issues(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        Long cohorte = i.cohorte12Mois();
        Long emploi = i.emploi12Mois();
        Long sansEmploi = i.sansEmploi12Mois();
        if (cohorte == null || emploi == null || sansEmploi == null || cohorte == 0) {
            return null;
        }
        Adresses adresses = new Adresses(bilan.perimetre());
        long inconnu = cohorte - emploi - sansEmploi;
        return Empilement.of(
                "Situation à douze mois des personnes de " + (bilan.perimetre().annee() - 1),
                List.of(
                        part(
                                i,
                                "Emploi ou formation",
                                emploi,
                                adresses.details(Liste.PARCOURS, Precision.ISSUE, "EMPLOI"),
                                Ton.DONNEE),
                        part(
                                i,
                                "Sans emploi ou inactif",
                                sansEmploi,
                                adresses.details(Liste.PARCOURS, Precision.ISSUE, "SANS_EMPLOI"),
                                Ton.SECOND),
                        part(
                                i,
                                "Non renseigné",
                                inconnu,
                                adresses.details(Liste.PARCOURS, Precision.SITUATION, Precision.NON_RENSEIGNE),
                                Ton.INCONNU)));
    }

    private static Empilement.Part part(Indicateurs i, String libelle, long personnes, String adresse, Ton ton) {
        return new Empilement.Part(
                libelle, i.parmiCohorte(personnes).affiche(), adresse, BigDecimal.valueOf(personnes), ton);
    }

    /** "65 % des 1 130 personnes de 2020 sont en emploi ou en formation un an après." */
    static String phrase(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        int avant = bilan.perimetre().annee() - 1;
        if (bilan.perimetre().pluriannuel()) {
            return "Le suivi à douze mois se lit une année à la fois : choisissez une seule année.";
        }
        Long cohorte = i.cohorte12Mois();
        if (cohorte == null || cohorte == 0) {
            return "Personne n’avait d’heures en " + avant + " : il n’y a pas de parcours à suivre.";
        }
        if (cohorte == 1) {
            return seule(i, avant);
        }
        return i.partEmploi12Mois().affiche() + " des " + Mots.compte(cohorte, "personne", "personnes") + " de " + avant
                + " sont en emploi ou en formation un an après.";
    }

    private static String seule(Indicateurs i, int avant) {
        if (Long.valueOf(1).equals(i.emploi12Mois())) {
            return "La seule personne de " + avant + " est en emploi ou en formation un an après.";
        }
        return Long.valueOf(1).equals(i.sansEmploi12Mois())
                ? "La seule personne de " + avant + " est sans emploi ou inactive un an après."
                : "La situation de la seule personne de " + avant + " n’est pas renseignée un an après.";
    }
}
