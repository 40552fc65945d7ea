package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A contract on one lot; its person, employer and dates are found one stage after the other. */
final class Contrat {

    final Lot lot;

    /** Usual monthly hours, in hundredths. */
    final int rythme;

    final List<Releve> releves = new ArrayList<>();

    /** Months it may still run beyond the year in which it began. */
    int suite;

    /** The company of the marché for which the person works, with its role; the employer may be another one. */
    Participation participation = Participation.AUCUNE;

    Entreprise employeur = Entreprise.AUCUNE;
    Modalite modalite = Modalite.AUTRE;
    String type = "AUTRE";
    String reference = "";
    LocalDate debut = LocalDate.EPOCH;
    LocalDate fin = LocalDate.EPOCH;

    /** Without an end: a CDI. */
    boolean open;

    Contrat(Lot lot, int rythme) {
        this.lot = lot;
        this.rythme = rythme;
    }

    int premierMois() {
        return releves.get(0).mois();
    }

    int dernierMois() {
        return releves.get(releves.size() - 1).mois();
    }

    int premiereAnnee() {
        return Calendrier.annee(premierMois());
    }

    int derniereAnnee() {
        return Calendrier.annee(dernierMois());
    }

    long total() {
        return releves.stream().mapToLong(Releve::centiemes).sum();
    }

    /** The later half of the months becomes another contract. */
    Contrat splitInHalf() {
        Contrat second = new Contrat(lot, rythme);
        List<Releve> later = releves.subList(releves.size() / 2, releves.size());
        second.releves.addAll(later);
        later.clear();
        return second;
    }

    /** Dates that a partial first or last month makes likely. */
    void setDates() {
        int share = releves.size() == 1 ? 2 : 1;
        debut = Calendrier.jour(premierMois(), 1 + missingDays(releves.get(0)) / share);
        fin = Calendrier.jour(dernierMois(), 31 - missingDays(releves.get(releves.size() - 1)) / share);
        if (premierMois() == Calendrier.mois(lot.marche.notification) && debut.isBefore(lot.marche.notification)) {
            debut = lot.marche.notification;
        }
        if (dernierMois() == Calendrier.mois(lot.marche.fin) && fin.isAfter(lot.marche.fin)) {
            fin = lot.marche.fin;
        }
        if (fin.isBefore(debut)) {
            fin = Calendrier.dernierJour(dernierMois());
        }
    }

    private int missingDays(Releve releve) {
        int ratio = Math.min(100, releve.centiemes() * 100 / rythme);
        return (100 - ratio) * 28 / 100;
    }
}
