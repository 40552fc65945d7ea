package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.List;

/** A lot: the unit that carries hours, so the unit that the calibration fills. */
final class Lot {

    final Marche marche;
    final int numero;
    final Groupe groupe;
    final int poids;
    final long[] heures = new long[Calendrier.ANNEES];
    final List<Participation> participations = new ArrayList<>();
    final List<Contrat> contrats = new ArrayList<>();
    String famille = "";
    String objet = "";
    String clauses = "";
    String obligation = "";

    Lot(Marche marche, int numero, Groupe groupe, int poids) {
        this.marche = marche;
        this.numero = numero;
        this.groupe = groupe;
        this.poids = poids;
    }

    long total() {
        long total = 0;
        for (long annuelles : heures) {
            total += annuelles;
        }
        return total;
    }

    boolean involves(Entreprise entreprise) {
        for (Participation participation : participations) {
            if (participation.entreprise().equals(entreprise)) {
                return true;
            }
        }
        return false;
    }

    Participation titulaire() {
        return participations.get(0);
    }

    /** The lots whose people the report counts apart never overlap, so each count can be met on its own. */
    Perimetre perimetre() {
        if (marche.donneur.prive()) {
            return Perimetre.PRIVE;
        }
        if (marche.operation.equals(MarchesDesignes.TELEO)) {
            return Perimetre.TELEO;
        }
        if (marche.donneur.est(Donneur.REGION)) {
            return Perimetre.REGION;
        }
        return marche.reserve ? Perimetre.RESERVE : Perimetre.AUTRE;
    }
}
