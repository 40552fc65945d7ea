package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A marché of the demonstration, with the dates that make it followed, and its lots. */
final class Marche {

    /** Notified after this day of the month, work begins with the next. */
    private static final int LATE = 12;

    final Donneur donneur;
    final boolean reserve;
    final LocalDate notification;
    final List<Lot> lots = new ArrayList<>();
    LocalDate fin;
    String type;
    String objet = "";
    String reference = "";
    String operation = "";

    /** A marché without hours, as there always are some. */
    boolean sansHeures;

    Marche(Donneur donneur, boolean reserve, String type, LocalDate notification, LocalDate fin) {
        this.donneur = donneur;
        this.reserve = reserve;
        this.type = type;
        this.notification = notification;
        this.fin = fin;
    }

    Lot addLot(Groupe groupe, int poids) {
        Lot lot = new Lot(this, lots.size() + 1, groupe, poids);
        lots.add(lot);
        return lot;
    }

    boolean suivi(int annee) {
        int year = Calendrier.PREMIERE_ANNEE + annee;
        return notification.getYear() <= year && fin.getYear() >= year;
    }

    int premiereAnnee() {
        return Math.max(0, notification.getYear() - Calendrier.PREMIERE_ANNEE);
    }

    int premierMois(int annee) {
        int demarrage = Calendrier.mois(notification) + (notification.getDayOfMonth() > LATE ? 1 : 0);
        return Math.max(12 * annee, Math.min(demarrage, Calendrier.mois(fin)));
    }

    int dernierMois(int annee) {
        return Math.min(12 * annee + 11, Calendrier.mois(fin));
    }

    /** Months of the year in which the marché runs. */
    int dureeEn(int annee) {
        return Math.max(0, dernierMois(annee) - premierMois(annee) + 1);
    }
}
