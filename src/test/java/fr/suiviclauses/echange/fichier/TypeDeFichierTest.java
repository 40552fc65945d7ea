package fr.suiviclauses.echange.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not read, and what is said of it. */
class TypeDeFichierTest {

    @TempDir
    Path dossier;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7|PDF",
                "{\\rtf1|RTF",
                "<html><body>|page web",
                "<?xml version='1.0'?>|page web",
                "<!DOCTYPE html>|page web"
            })
    void documents_are_named(String debut, String mot) throws IOException {
        assertThat(refusal(debut.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(mot)
                .matches(refus -> refus.motif() == Motif.TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d49484452",
        "ffd8ffe000104a46494600010100",
        "1f8b0800000000000003",
        "7f454c460201010000000000"
    })
    void binaries_are_refused(String hexadecimal) throws IOException {
        assertThat(refusal(HexFormat.of().parseHex(hexadecimal))).matches(refus -> refus.motif() == Motif.TYPE);
    }

    @Test
    void an_old_workbook_and_an_encrypted_one_are_told_apart() throws IOException {
        byte[] ancien = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(2000));
        assertThat(refusal(ancien)).hasMessageContaining(".xls");
        byte[] nom = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(nom, 0, ancien, 1500, nom.length);
        assertThat(refusal(ancien)).hasMessageContaining("mot de passe");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() throws IOException {
        assertThat(refusal(new byte[0])).hasMessageContaining("vide");
    }

    @Test
    void more_than_100_megabytes_is_refused_before_it_is_read() throws IOException {
        Path grand = Files.createTempFile(dossier, "grand", ".csv");
        try (RandomAccessFile fichier = new RandomAccessFile(grand.toFile(), "rw")) {
            fichier.setLength(Limites.OCTETS + 1);
        }
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(grand))
                .matches(refus -> refus.motif() == Motif.TROP_GRAND)
                .withMessageContaining("100");
    }

    @Test
    void macros_other_office_files_and_plain_archives_are_refused() throws IOException {
        assertThat(refusal(Classeurs.workbook().sheet("").with("xl/vbaProject.bin", "x")))
                .hasMessageContaining("macros");
        assertThat(
                        refusal(
                                Classeurs.workbook()
                                        .sheet("")
                                        .with(
                                                "[Content_Types].xml",
                                                "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")))
                .hasMessageContaining("macros");
        assertThat(refusal(
                        new Classeurs().with("[Content_Types].xml", "<Types/>").with("word/document.xml", "x")))
                .hasMessageContaining("document");
        assertThat(refusal(new Classeurs().with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")))
                .hasMessageContaining("OpenDocument");
        assertThat(refusal(new Classeurs().with("xl/workbook.bin", "x"))).hasMessageContaining("xlsb");
        assertThat(refusal(new Classeurs().with("notes.txt", "x"))).hasMessageContaining("archive");
    }

    @Test
    void a_truncated_workbook_is_said_to_be_damaged() throws IOException {
        byte[] entier = Files.readAllBytes(Classeurs.workbook().sheet("").write(dossier));
        assertThat(refusal(java.util.Arrays.copyOf(entier, entier.length / 2))).hasMessageContaining("endommagé");
    }

    private FichierRefuseException refusal(Classeurs classeur) throws IOException {
        return refusal(Files.readAllBytes(classeur.write(dossier)));
    }

    private FichierRefuseException refusal(byte[] octets) throws IOException {
        Path fichier = Files.write(Files.createTempFile(dossier, "essai", ".xlsx"), octets);
        return catchThrowableOfType(FichierRefuseException.class, () -> Lu.of(fichier));
    }
}
