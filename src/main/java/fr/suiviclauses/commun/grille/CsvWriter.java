package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.grille.Grille.Ligne;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a French spreadsheet opens it: UTF-8 with its mark, semicolons, comma decimals without thousands. The
 * header is the first line, for programs; what the figures mean stands under the table.
 */
final class CsvWriter {

    private CsvWriter() {}

    /** Writes the document's tables one under the other; usually there is one. */
    static void write(Document document, OutputStream out) throws IOException {
        Writer texte = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        texte.write('\ufeff');
        de.siegmar.fastcsv.writer.CsvWriter csv = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.CRLF)
                .build(texte);
        for (Grille grille : document.grilles()) {
            csv.writeRecord(grille.colonnes().stream().map(Colonne::libelle).toList());
            for (Ligne ligne : grille.lignes()) {
                csv.writeRecord(cells(ligne));
            }
            if (grille.total() != null) {
                csv.writeRecord(cells(grille.total()));
            }
            csv.writeRecord("");
            csv.writeRecord(TexteInerte.of(grille.titre()));
            csv.writeRecord(TexteInerte.of(grille.definition()));
        }
        for (String note : document.notes()) {
            csv.writeRecord(TexteInerte.of(note));
        }
        if (!document.fin().isEmpty()) csv.writeRecord(TexteInerte.of(document.fin()));
        csv.flush();
    }

    private static List<String> cells(Ligne ligne) {
        List<String> cells = new ArrayList<>();
        for (Object valeur : ligne.valeurs()) {
            cells.add(cell(valeur));
        }
        return cells;
    }

    private static String cell(@Nullable Object valeur) {
        if (valeur instanceof String texte) {
            return TexteInerte.of(texte);
        }
        if (valeur instanceof LocalDate || valeur instanceof YearMonth) {
            return Valeurs.affiche(valeur);
        }
        Number nombre = Valeurs.nombre(valeur);
        if (nombre instanceof BigDecimal decimal) {
            return decimal.toPlainString().replace('.', ',');
        }
        // A year is no quantity, and a ratio without denominator is empty rather than "–", which no program reads.
        return nombre != null ? nombre.toString() : valeur instanceof java.time.Year ? valeur.toString() : "";
    }
}
