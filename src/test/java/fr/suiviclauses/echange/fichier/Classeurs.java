package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, part by part, honest or not. */
final class Classeurs {

    private static final String EN_TETE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, Contenu> parties = new LinkedHashMap<>();

    /** Writes a part. */
    interface Contenu {
        void write(OutputStream out) throws IOException;
    }

    /** A workbook of one sheet. */
    static Classeurs workbook() {
        return new Classeurs()
                .with(
                        "[Content_Types].xml",
                        EN_TETE + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .with(
                        "_rels/.rels",
                        relations("<Relationship Id=\"r1\" Type=\"" + RELATIONS
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
                .with(
                        "xl/workbook.xml",
                        EN_TETE + "<workbook xmlns=\"" + PRINCIPAL + "\" xmlns:r=\"" + RELATIONS
                                + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"f1\"/><sheet name=\"B\" sheetId=\"2\" r:id=\"f2\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations("<Relationship Id=\"f2\" Type=\"" + RELATIONS
                                + "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                                + "<Relationship Id=\"f1\" Type=\"" + RELATIONS
                                + "/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"t\" Type=\"" + RELATIONS
                                + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                + "<Relationship Id=\"s\" Type=\"" + RELATIONS + "/styles\" Target=\"styles.xml\"/>"))
                .with(
                        "xl/worksheets/sheet2.xml",
                        sheetXml("<row r=\"1\"><c t=\"inlineStr\"><is><t>autre feuille</t></is></c></row>"));
    }

    Classeurs with(String partie, String contenu) {
        return with(partie, out -> out.write(contenu.getBytes(StandardCharsets.UTF_8)));
    }

    Classeurs with(String partie, Contenu contenu) {
        parties.put(partie, contenu);
        return this;
    }

    Classeurs sheet(String lignes) {
        return with("xl/worksheets/sheet1.xml", sheetXml(lignes));
    }

    Path write(Path dossier) throws IOException {
        Path fichier = Files.createTempFile(dossier, "classeur", ".dat");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fichier))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var partie : parties.entrySet()) {
                zip.putNextEntry(new ZipEntry(partie.getKey()));
                partie.getValue().write(zip);
                zip.closeEntry();
            }
        }
        return fichier;
    }

    static String sheetXml(String lignes) {
        return EN_TETE + "<worksheet xmlns=\"" + PRINCIPAL + "\"><sheetData>" + lignes + "</sheetData></worksheet>";
    }

    private static String relations(String liens) {
        return EN_TETE + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + liens + "</Relationships>";
    }

    /** A beginning, so many bytes of one kind, an end. */
    static Contenu repeated(String debut, char octet, long nombre, String fin) {
        return out -> {
            out.write(debut.getBytes(StandardCharsets.UTF_8));
            byte[] bloc = String.valueOf(octet).repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (long reste = nombre; reste > 0; reste -= bloc.length) {
                out.write(bloc, 0, (int) Math.min(reste, bloc.length));
            }
            out.write(fin.getBytes(StandardCharsets.UTF_8));
        };
    }
}
