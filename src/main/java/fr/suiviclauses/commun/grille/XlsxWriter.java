package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.Quotient;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.grille.Grille.Ligne;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with a sheet a table. Numbers stay numbers: exact, and shown as on the page. A text is never a formula, for
 * the file says of each cell which it is.
 */
final class XlsxWriter {

    private static final String ENTIER = "#,##0";
    private static final String CENTIEMES = "#,##0.00";
    private static final String POURCENTAGE = "0.0%";
    private static final int LONGUEUR_DU_NOM = 31;

    private XlsxWriter() {}

    static void write(Document document, OutputStream out) throws IOException {
        try (Workbook classeur = new Workbook(out, "Suivi Clauses", "1.0")) {
            Set<String> noms = new HashSet<>();
            for (Grille grille : document.grilles()) {
                write(document, grille, classeur.newWorksheet(name(grille.titre(), noms)));
            }
        }
    }

    private static void write(Document document, Grille grille, Worksheet feuille) {
        int rang = 0;
        feuille.value(rang, 0, document.titre() + " – " + grille.titre());
        feuille.style(rang, 0).bold().fontSize(14).set();
        for (String note : document.notes()) {
            feuille.value(++rang, 0, note);
        }
        feuille.value(++rang, 0, grille.definition());
        rang += 2;
        for (int c = 0; c < grille.colonnes().size(); c++) {
            Colonne colonne = grille.colonnes().get(c);
            feuille.value(rang, c, colonne.libelle());
            feuille.style(rang, c)
                    .bold()
                    .borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, "thin")
                    .horizontalAlignment(colonne.chiffre() ? "right" : "left")
                    .set();
            feuille.width(c, c == 0 ? 48 : colonne.chiffre() ? 18 : 26);
        }
        feuille.freezePane(1, rang + 1);
        for (Ligne ligne : grille.lignes()) {
            line(feuille, ++rang, ligne, false);
        }
        if (grille.total() != null) {
            line(feuille, ++rang, grille.total(), true);
        }
        if (!document.fin().isEmpty()) line(feuille, ++rang, Ligne.of(document.fin()), true);
    }

    private static void line(Worksheet feuille, int rang, Ligne ligne, boolean total) {
        for (int c = 0; c < ligne.valeurs().size(); c++) {
            String format = cell(feuille, rang, c, ligne.valeurs().get(c));
            var style = feuille.style(rang, c);
            if (format != null) {
                style = style.format(format);
            }
            if (total) {
                style = style.bold();
            }
            if (format != null || total) {
                style.set();
            }
        }
    }

    /** Writes a value, and says how it is shown. */
    private static @Nullable String cell(Worksheet feuille, int rang, int colonne, @Nullable Object valeur) {
        if (valeur instanceof String texte) {
            feuille.value(rang, colonne, texte);
            return null;
        }
        if (valeur instanceof LocalDate jour) {
            feuille.value(rang, colonne, jour);
            return "dd/mm/yyyy";
        }
        if (valeur instanceof YearMonth mois) {
            feuille.value(rang, colonne, mois.atDay(1));
            return "mm/yyyy";
        }
        if (valeur instanceof java.time.Year annee) {
            feuille.value(rang, colonne, annee.getValue());
            return "0";
        }
        if (valeur instanceof Part part) {
            BigDecimal ratio = part.quotient().valeur(6);
            if (ratio == null) {
                return null;
            }
            feuille.value(rang, colonne, ratio);
            return POURCENTAGE;
        }
        Number nombre = Valeurs.nombre(valeur);
        if (nombre != null) {
            feuille.value(rang, colonne, nombre);
        }
        return valeur instanceof Quotient || valeur instanceof BigDecimal ? CENTIEMES : ENTIER;
    }

    /** A sheet's name: 31 characters at most, without those that Excel forbids, and unlike the others. */
    private static String name(String titre, Set<String> noms) {
        String propre = titre.replaceAll("[\\[\\]:*?/\\\\]", " ");
        String nom = propre.substring(0, Math.min(LONGUEUR_DU_NOM, propre.length()));
        for (int i = 2; !noms.add(nom.toLowerCase(Locale.FRENCH)); i++) {
            String suffixe = " " + i;
            nom = propre.substring(0, Math.min(LONGUEUR_DU_NOM - suffixe.length(), propre.length())) + suffixe;
        }
        return nom;
    }
}
