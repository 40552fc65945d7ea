package fr.suiviclauses.echange.format;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.Mois;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.Siren;
import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.grille.TexteInerte;
import fr.suiviclauses.echange.fichier.Cellule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** How a column's cell is read: into the text that PostgreSQL's COPY understands for the column's type. */
@FunctionalInterface
public interface Lecture {

    /**
     * Reads a cell that is not blank.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    String read(Cellule cellule);

    /** A name or a code on one line. */
    static Lecture texte(int longueur) {
        return cellule -> limited(Espaces.collapse(TexteLisible.of(text(cellule))), longueur);
    }

    /** A text that may keep its line breaks. */
    static Lecture texteLibre(int longueur) {
        return cellule -> limited(
                Espaces.strip(
                        TexteLisible.of(text(cellule)).replace("\r\n", "\n").replace('\r', '\n')),
                longueur);
    }

    /** A text that was written so that no spreadsheet runs it. */
    static Lecture inerte(Lecture lecture) {
        return cellule -> TexteInerte.read(lecture.read(cellule));
    }

    static Lecture date() {
        return cellule -> day(cellule).toString();
    }

    /** A date that has come. */
    static Lecture datePassee(LocalDate aujourdhui) {
        return cellule -> {
            LocalDate date = day(cellule);
            if (date.isAfter(aujourdhui)) throw new SaisieRefuseeException("Cette date est dans le futur.");
            return date.toString();
        };
    }

    /** The first day of a month that has begun. */
    static Lecture mois(LocalDate aujourdhui) {
        return cellule -> {
            YearMonth mois = cellule instanceof Cellule.Jour jour
                    ? YearMonth.from(DateFrancaise.plausible(jour.valeur()))
                    : Mois.parse(text(cellule));
            if (mois.isAfter(YearMonth.from(aujourdhui)))
                throw new SaisieRefuseeException("Ce mois est dans le futur.");
            return mois.atDay(1).toString();
        };
    }

    /** Hours, to the hundredth. */
    static Lecture heures(BigDecimal minimum, BigDecimal maximum, String horsBornes) {
        return cellule -> {
            BigDecimal heures = number(cellule).setScale(2, RoundingMode.UNNECESSARY);
            if (heures.compareTo(minimum) < 0 || heures.compareTo(maximum) > 0)
                throw new SaisieRefuseeException(Typographie.insecables(horsBornes));
            return heures.toPlainString();
        };
    }

    static Lecture entier(int minimum, int maximum) {
        return cellule -> {
            try {
                int nombre = number(cellule).intValueExact();
                if (nombre >= minimum && nombre <= maximum) return Integer.toString(nombre);
            } catch (ArithmeticException decimal) {
                // said below, with the bounds
            }
            throw new SaisieRefuseeException("Un nombre entier de " + minimum + " à " + maximum + " est attendu.");
        };
    }

    static Lecture siren() {
        return cellule -> Siren.parse(TexteLisible.of(text(cellule))).numero();
    }

    /** INSEE code of a commune; a workbook's number has lost its leading zero. */
    static Lecture commune() {
        Pattern forme = Pattern.compile("([0-9]{2}|2A|2B)[0-9]{3}");
        return cellule -> {
            String code = Espaces.remove(TexteLisible.of(text(cellule))).toUpperCase(java.util.Locale.ROOT);
            if (cellule instanceof Cellule.Nombre && code.length() == 4) code = "0" + code;
            if (forme.matcher(code).matches()) return code;
            throw new SaisieRefuseeException(Typographie.insecables(
                    "Un code commune INSEE a cinq caractères, par exemple 31555 (ce n’est pas le code postal)."));
        };
    }

    private static LocalDate day(Cellule cellule) {
        if (cellule instanceof Cellule.Jour jour) return DateFrancaise.plausible(jour.valeur());
        return DateFrancaise.parse(text(cellule));
    }

    /** A workbook's number is taken to the hundredth: the cents that binary arithmetic adds are nobody's data. */
    private static BigDecimal number(Cellule cellule) {
        if (cellule instanceof Cellule.Duree duree) return duree.heures();
        if (cellule instanceof Cellule.Jour) throw new SaisieRefuseeException("Une date n’est pas un nombre d’heures.");
        if (cellule instanceof Cellule.Nombre nombre) {
            if (nombre.valeur().signum() < 0)
                throw new SaisieRefuseeException("Un nombre négatif n’est pas accepté ici.");
            return nombre.valeur().setScale(2, RoundingMode.HALF_UP);
        }
        return NombreFrancais.parse(text(cellule));
    }

    /** The text of a cell that should not be a date: 2020-07 typed in a workbook becomes July 2020. */
    private static String text(Cellule cellule) {
        if (cellule instanceof Cellule.Erreur erreur)
            throw new SaisieRefuseeException("La formule de cette cellule est en erreur (" + erreur.apparence() + ").");
        if (cellule instanceof Cellule.Jour || cellule instanceof Cellule.Duree)
            throw new SaisieRefuseeException(
                    "Le tableur a changé cette valeur en date\u00a0: mettez la colonne au format Texte et ressaisissez-la.");
        return cellule.apparence();
    }

    private static String limited(String texte, int longueur) {
        if (texte.length() > longueur)
            throw new SaisieRefuseeException("Au plus " + longueur + " caractères sont acceptés ici.");
        return texte;
    }
}
