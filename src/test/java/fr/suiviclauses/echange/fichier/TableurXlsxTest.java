package fr.suiviclauses.echange.fichier;

import static fr.suiviclauses.echange.fichier.Lu.ligne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import fr.suiviclauses.echange.fichier.FormatsNombres.Aspect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableurXlsxTest {

    private static final String STYLES = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"17\"/></cellXfs></styleSheet>";

    @TempDir
    Path dossier;

    @Test
    void the_first_sheet_is_read_with_its_row_numbers() throws IOException {
        Path fichier = Classeurs.workbook()
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>nom</t></si><si><r><t>Zo</t></r><r><rPr><b/></rPr><t>é</t></r><rPh><t>x</t></rPh></si></sst>")
                .sheet(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>heures</t></is></c></row>"
                                + "<row r=\"3\"/><row r=\"5\"><c r=\"A5\" t=\"s\"><v>1</v></c><c r=\"B5\"><v>100.25</v></c></row>"
                                + "<row><c t=\"str\"><f>A5</f><v>Zoé</v></c><c r=\"C6\" t=\"e\"><v>#REF!</v></c></row>"
                                + "<row><c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><t>a_x000D_b</t></is></c></row>")
                .write(dossier);
        assertThat(Lu.of(fichier))
                .containsExactly(
                        ligne(1, "nom", "heures"),
                        ligne(5, "Zoé", "100.25"),
                        ligne(6, "Zoé", "", "#REF!"),
                        ligne(7, "VRAI", "a\rb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r=\"1048577\">", "<row r=\"999999999\">", "<row r=\"1\">"})
    void rows_that_no_workbook_has_are_refused(String rangee) throws IOException {
        Path fichier = Classeurs.workbook()
                .sheet("<row r=\"1\"><c><v>1</v></c></row>" + rangee + "<c><v>2</v></c></row>")
                .write(dossier);

        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(fichier))
                .matches(refus -> refus.phrase().startsWith("Ce classeur est endommagé"));
    }

    @Test
    void a_style_makes_a_number_a_date_or_a_time() throws IOException {
        Path fichier = Classeurs.workbook()
                .with("xl/styles.xml", STYLES)
                .sheet(
                        "<row r=\"1\"><c s=\"1\"><v>44197</v></c><c s=\"2\"><v>0.3125</v></c><c s=\"3\"><v>44256.75</v></c>"
                                + "<c><v>44197</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c><c s=\"1\"><v>-1</v></c>"
                                + "<c><v>0.30000000000000004</v></c><c><v>9.99000011E8</v></c><c><v>1E+999999999</v></c><c t=\"d\"><v>2021-03-04T00:00:00</v></c></row>")
                .write(dossier);
        assertThat(Lu.of(fichier))
                .containsExactly(ligne(
                        1,
                        "01/01/2021",
                        "7.5",
                        "01/03/2021",
                        "44197",
                        "28/02/1900",
                        "01/03/1900",
                        "-1",
                        "0.30000000000000004",
                        "999000011",
                        "1E+999999999",
                        "04/03/2021"));
    }

    @Test
    void a_workbook_may_count_its_days_from_1904() throws IOException {
        Path fichier = Classeurs.workbook()
                .with("xl/styles.xml", STYLES)
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet r:id=\"f1\"/></sheets></workbook>")
                .sheet("<row><c s=\"1\"><v>0</v></c></row>")
                .write(dossier);
        assertThat(Lu.of(fichier)).containsExactly(ligne(1, "01/01/1904"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy|JOUR",
                "mmm yy|JOUR",
                "mm|JOUR",
                "[$-40C]d mmmm yyyy;@|JOUR",
                "yyyy\\-mm|JOUR",
                "hh:mm|DUREE",
                "[h]:mm:ss|DUREE",
                "[mm]:ss|DUREE",
                "General|NOMBRE",
                "0.00|NOMBRE",
                "#,##0.00\" h\"|NOMBRE",
                "[Red]0|NOMBRE",
                "0\\d|NOMBRE"
            })
    void a_format_tells_what_is_shown(String code, Aspect aspect) {
        assertThat(FormatsNombres.aspect(code)).isEqualTo(aspect);
    }

    @Test
    void more_than_a_gigabyte_once_inflated_is_refused() throws IOException {
        long trop = Limites.OCTETS_DEPLIES + 1;
        // In the sheet, in the texts, in a part that nobody reads; a few kilobytes of each would do.
        for (String partie : new String[] {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"}) {
            Path bombe = Classeurs.workbook()
                    .sheet("")
                    .with(partie, Classeurs.repeated("<a>", ' ', trop, "</a>"))
                    .write(dossier);
            assertThat(Files.size(bombe)).isLessThan(10_000_000);
            assertThatExceptionOfType(FichierRefuseException.class)
                    .isThrownBy(() -> Lu.of(bombe))
                    .matches(refus -> refus.motif() == Motif.TROP_GRAND)
                    .withMessageContaining("1\u00a0Go");
            Files.delete(bombe);
        }
    }

    @Test
    void an_archive_that_lies_about_its_sizes_is_refused_all_the_same() throws IOException {
        Path bombe = Classeurs.workbook()
                .sheet("")
                .with("xl/media/image1.png", Classeurs.repeated("", ' ', Limites.OCTETS_DEPLIES + 1, ""))
                .write(dossier);
        byte[] octets = Files.readAllBytes(bombe);
        lie(octets, (int) (Limites.OCTETS_DEPLIES + 1), 1000);
        Files.write(bombe, octets);
        assertThatExceptionOfType(FichierRefuseException.class).isThrownBy(() -> Lu.of(bombe));
    }

    /** Writes another size wherever one is written. */
    private static void lie(byte[] octets, int taille, int mensonge) {
        for (int i = 0; i + 3 < octets.length; i++) {
            int lu =
                    ByteBuffer.wrap(octets, i, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (lu == taille) {
                for (int j = 0; j < 4; j++) octets[i + j] = (byte) (mensonge >> (8 * j));
            }
        }
    }

    @Test
    void a_cell_of_more_than_10_000_characters_is_refused_without_being_held() throws IOException {
        long beaucoup = 300_000_000;
        for (String[] cas : new String[][] {
            {
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"4\"><c t=\"inlineStr\"><is><t>",
                "</t></is></c></row></sheetData></worksheet>"
            },
            {
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"4\"><c><v>",
                "</v></c></row></sheetData></worksheet>"
            },
            {"xl/sharedStrings.xml", "<sst><si><t>", "</t></si></sst>"},
            {
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"4\"><c t=\"",
                "\"/></row></sheetData></worksheet>"
            },
            {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"4\"><", "/></row></sheetData></worksheet>"}
        }) {
            Path fichier = Classeurs.workbook()
                    .sheet("")
                    .with(cas[0], Classeurs.repeated(cas[1], 'x', beaucoup, cas[2]))
                    .write(dossier);
            assertThatExceptionOfType(FichierRefuseException.class)
                    .isThrownBy(() -> Lu.of(fichier))
                    .matches(refus -> refus.motif() == Motif.ILLISIBLE);
            Files.delete(fichier);
        }
    }

    @Test
    void entities_and_depth_do_not_grow() throws IOException {
        String rires =
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(Classeurs.workbook()
                        .with("xl/worksheets/sheet1.xml", rires)
                        .write(dossier)));
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(Classeurs.workbook()
                        .sheet("<row>" + "<a>".repeat(1_000_000))
                        .write(dossier)));
    }

    @Test
    void texts_in_any_order_and_number_are_found_again() throws IOException {
        StringBuilder textes = new StringBuilder("<sst>");
        StringBuilder lignes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            textes.append("<si><t>texte ").append(i).append("</t></si>");
            lignes.append("<row><c t=\"s\"><v>").append(19_999 - i).append("</v></c></row>");
        }
        var lues = Lu.of(Classeurs.workbook()
                .with("xl/sharedStrings.xml", textes + "</sst>")
                .sheet(lignes.toString())
                .write(dossier));
        assertThat(lues).hasSize(20_000).first().isEqualTo(ligne(1, "texte 19999"));
        assertThat(lues).last().isEqualTo(ligne(20_000, "texte 0"));
    }
}
