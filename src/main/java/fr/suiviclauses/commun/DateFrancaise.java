package fr.suiviclauses.commun;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them, {@code 31/12/2021}, or as programs write them, {@code 2021-12-31}. */
public final class DateFrancaise {

    private static final Pattern FRANCAISE = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' H'\u00a0h\u00a0'mm", Locale.FRENCH);
    private static final int PREMIERE_ANNEE = 1900;
    private static final int DERNIERE_ANNEE = 2199;

    private DateFrancaise() {}

    /**
     * Reads a date of the calendar: 31/02 is refused, not moved.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    public static LocalDate parse(String saisie) {
        String texte = Espaces.strip(saisie);
        Matcher francaise = FRANCAISE.matcher(texte);
        if (francaise.matches()) return date(francaise.group(3), francaise.group(2), francaise.group(1));
        Matcher iso = ISO.matcher(texte);
        if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
        throw new SaisieRefuseeException("Date illisible\u00a0: écrivez JJ/MM/AAAA ou AAAA-MM-JJ.");
    }

    /** "31/12/2021". */
    public static String affiche(LocalDate date) {
        return JOUR.format(date);
    }

    /** "31 décembre 2021 à 9 h 05", on the clock of its zone. */
    public static String moment(ZonedDateTime moment) {
        return MOMENT.format(moment);
    }

    private static LocalDate date(String annee, String mois, String jour) {
        try {
            return plausible(LocalDate.of(Integer.parseInt(annee), Integer.parseInt(mois), Integer.parseInt(jour)));
        } catch (DateTimeException horsCalendrier) {
            throw new SaisieRefuseeException("Cette date n’existe pas.");
        }
    }

    /** Refuses a year that can only be a slip: 0221 for 2021. */
    public static LocalDate plausible(LocalDate date) {
        if (date.getYear() < PREMIERE_ANNEE || date.getYear() > DERNIERE_ANNEE)
            throw new SaisieRefuseeException("Une année entre 1900 et 2199 est attendue.");
        return date;
    }
}
