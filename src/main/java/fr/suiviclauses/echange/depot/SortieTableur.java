package fr.suiviclauses.echange.depot;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.suiviclauses.echange.fichier.Cellule;
import fr.suiviclauses.echange.fichier.Tableur;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows of cells, as they come, each at its own line. */
sealed interface SortieTableur extends AutoCloseable {

    void row(int numero, List<Cellule> cellules) throws IOException;

    @Override
    void close() throws IOException;

    /** One that writes the kind of file that was read. */
    static SortieTableur like(Tableur lu, OutputStream out) throws IOException {
        return lu.separateur().isPresent() ? new Csv(lu.separateur().get(), out) : new Xlsx(out);
    }

    /** In UTF-8 with its mark, which every spreadsheet opens, whatever the encoding was. */
    final class Csv implements SortieTableur {

        private final Writer texte;
        private final CsvWriter csv;
        private int ligne = 1;

        Csv(char separateur, OutputStream out) throws IOException {
            texte = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            texte.write('\ufeff');
            csv = CsvWriter.builder()
                    .fieldSeparator(separateur)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(texte);
        }

        @Override
        public void row(int numero, List<Cellule> cellules) {
            for (; ligne < numero; ligne++) csv.writeRecord("");
            List<String> textes = cellules.stream().map(Cellule::apparence).toList();
            csv.writeRecord(textes);
            ligne += 1 + textes.stream().mapToInt(Csv::lineBreaks).sum();
        }

        private static int lineBreaks(String texte) {
            int retours = 0;
            for (int i = 0; i < texte.length(); i++) {
                char c = texte.charAt(i);
                if (c == '\n' || (c == '\r' && !texte.startsWith("\n", i + 1))) retours++;
            }
            return retours;
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            texte.close();
        }
    }

    /** Numbers stay numbers and dates dates; texts are written in their cells, so that no table of them grows in memory. */
    final class Xlsx implements SortieTableur {

        /** As much as a million letters wait in memory before they are written. */
        private static final int CARACTERES_EN_MEMOIRE = 1_000_000;

        private static final BigDecimal HEURES_PAR_JOUR = BigDecimal.valueOf(24);

        private final Workbook classeur;
        private final Worksheet feuille;
        private long enMemoire;

        Xlsx(OutputStream out) {
            classeur = new Workbook(out, "Suivi Clauses", "1.0");
            feuille = classeur.newWorksheet("Import");
            feuille.freezePane(0, 1);
        }

        @Override
        public void row(int numero, List<Cellule> cellules) throws IOException {
            for (int i = 0; i < cellules.size(); i++) {
                Cellule cellule = cellules.get(i);
                cell(numero - 1, i, cellule);
                enMemoire += 20 + cellule.apparence().length();
                if (enMemoire > CARACTERES_EN_MEMOIRE && i + 1 == cellules.size()) {
                    feuille.flush();
                    enMemoire = 0;
                }
            }
        }

        private void cell(int ligne, int colonne, Cellule cellule) {
            if (cellule instanceof Cellule.Nombre nombre) {
                feuille.value(ligne, colonne, nombre.valeur());
            } else if (cellule instanceof Cellule.Jour jour) {
                feuille.value(ligne, colonne, jour.valeur());
                feuille.style(ligne, colonne).format("dd/mm/yyyy").set();
            } else if (cellule instanceof Cellule.Duree duree) {
                feuille.value(ligne, colonne, duree.heures().divide(HEURES_PAR_JOUR, MathContext.DECIMAL64));
                feuille.style(ligne, colonne).format("[h]:mm").set();
            } else if (!cellule.vide()) {
                feuille.inlineString(ligne, colonne, cellule.apparence());
            }
        }

        @Override
        public void close() throws IOException {
            classeur.close();
        }
    }
}
