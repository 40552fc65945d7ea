package fr.suiviclauses.echange.notice;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.grille.Telechargement;
import fr.suiviclauses.commun.grille.TexteInerte;
import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.referentiel.Libelle;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a template as a French spreadsheet opens it. */
final class EcritureModele {

    /** Rows whose cells are formatted beforehand, so that what is typed in them stays what it is. */
    private static final int LIGNES_PREPAREES = 500;

    private static final String TEXTE = "@";
    private static final String JOUR = "dd/mm/yyyy";
    private static final String CENTIEMES = "#,##0.00";
    private static final String FOND_OBLIGATOIRE = "E0EEF0";

    private EcritureModele() {}

    /** Answers with it, held whole, so that a failure is still an error page and not half a file. */
    static void send(Modele modele, String format, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream fichier = new ByteArrayOutputStream();
        if (format.equals("csv")) csv(modele, fichier);
        else xlsx(modele, fichier);
        Telechargement.headers(response, modele.nom() + "." + format, fichier.size());
        fichier.writeTo(response.getOutputStream());
    }

    private static void csv(Modele modele, OutputStream out) throws IOException {
        Writer texte = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        texte.write('\ufeff');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(texte);
        csv.writeRecord(modele.colonnes().stream().map(Colonne::nom).toList());
        modele.lignes()
                .forEach(ligne ->
                        csv.writeRecord(ligne.stream().map(TexteInerte::of).toList()));
        csv.flush();
    }

    private static void xlsx(Modele modele, OutputStream out) throws IOException {
        try (Workbook classeur = new Workbook(out, "Suivi Clauses", "1.0")) {
            rows(modele, classeur.newWorksheet("À remplir"));
            notice(modele, classeur.newWorksheet("Notice"));
        }
    }

    private static void rows(Modele modele, Worksheet feuille) {
        feuille.freezePane(0, 1);
        for (int c = 0; c < modele.colonnes().size(); c++) {
            Colonne colonne = modele.colonnes().get(c);
            String format = format(colonne);
            feuille.range(1, c, Math.max(LIGNES_PREPAREES, modele.lignes().size()), c)
                    .style()
                    .format(format)
                    .set();
            feuille.value(0, c, colonne.nom());
            var entete = feuille.style(0, c).bold().borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, "thin");
            (colonne.presence() == Colonne.Presence.FACULTATIVE ? entete : entete.fillColor(FOND_OBLIGATOIRE)).set();
            feuille.width(c, Math.max(14, colonne.nom().length() + 3));
            for (int l = 0; l < modele.lignes().size(); l++) {
                String valeur = modele.lignes().get(l).get(c);
                if (!valeur.isEmpty()) cell(feuille, l + 1, c, format, valeur);
            }
        }
    }

    private static void cell(Worksheet feuille, int ligne, int colonne, String format, String valeur) {
        switch (format) {
            case JOUR -> feuille.value(ligne, colonne, DateFrancaise.parse(valeur));
            case CENTIEMES -> feuille.value(ligne, colonne, NombreFrancais.parse(valeur));
            default -> feuille.value(ligne, colonne, valeur);
        }
    }

    /** A month is kept as a text: a spreadsheet would make a day of it, which is read as well. */
    private static String format(Colonne colonne) {
        if (colonne.typeSql().startsWith("numeric")) return CENTIEMES;
        return colonne.typeSql().equals("date") && !colonne.nom().equals("mois") ? JOUR : TEXTE;
    }

    private static void notice(Modele modele, Worksheet feuille) {
        List<String> titres = List.of("Colonne", "Présence", "Contenu", "Exemple", "Codes acceptés");
        List<Integer> largeurs = List.of(26, 20, 70, 32, 90);
        feuille.freezePane(0, 1);
        for (int c = 0; c < titres.size(); c++) {
            feuille.value(0, c, titres.get(c));
            feuille.style(0, c).bold().set();
            feuille.width(c, largeurs.get(c));
        }
        for (int i = 0; i < modele.colonnes().size(); i++) {
            Colonne colonne = modele.colonnes().get(i);
            Description description = modele.descriptions().get(i);
            List<String> valeurs = List.of(
                    colonne.nom(),
                    Modele.presence(colonne),
                    description.contenu(),
                    description.exemple(),
                    codes(colonne));
            for (int c = 0; c < valeurs.size(); c++) {
                feuille.value(i + 1, c, valeurs.get(c));
                feuille.style(i + 1, c).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static String codes(Colonne colonne) {
        return colonne.codes().stream()
                .map((Libelle code) -> code.name() + " (" + code.libelle() + ")")
                .collect(Collectors.joining(", "));
    }
}
