package fr.suiviclauses.echange.fichier;

import static fr.suiviclauses.echange.fichier.Lu.ligne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableurCsvTest {

    private static final String TEXTE = "nom;objet;heures\nZoé Ângel;l’école – 1 €;120,5\n";

    @TempDir
    Path dossier;

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\ufeff", "UTF-16LE,\ufeff", "UTF-16BE,\ufeff", "windows-1252,''"})
    void the_encoding_is_told_by_the_bytes(String jeu, String marque) throws IOException {
        assertThat(Lu.of(file((marque + TEXTE).getBytes(Charset.forName(jeu)))))
                .containsExactly(ligne(1, "nom", "objet", "heures"), ligne(2, "Zoé Ângel", "l’école – 1 €", "120,5"));
    }

    @Test
    void a_character_far_down_the_file_tells_it_too() throws IOException {
        String texte = "nom;objet\n" + "abc;def\n".repeat(30_000) + "Zoé;fin\n";
        assertThat(Lu.of(file(texte.getBytes(Charset.forName("windows-1252")))))
                .last()
                .isEqualTo(ligne(30_002, "Zoé", "fin"));
        assertThat(Lu.of(file(texte.getBytes(StandardCharsets.UTF_8)))).last().isEqualTo(ligne(30_002, "Zoé", "fin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void the_separator_is_the_one_that_names_columns(String separateur) throws IOException {
        assertThat(Lu.of(file("nom;objet;heures\nA;B;1\n".replace(";", separateur))))
                .containsExactly(ligne(1, "nom", "objet", "heures"), ligne(2, "A", "B", "1"));
    }

    @Test
    void a_comma_in_a_name_does_not_make_a_separator() throws IOException {
        assertThat(Lu.of(file("\"a, b, c, d\";nom\nx;y\n")))
                .containsExactly(ligne(1, "a, b, c, d", "nom"), ligne(2, "x", "y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void lines_are_counted_as_an_editor_shows_them(String fin) throws IOException {
        String texte = "nom;objet\n\"A\";\"deux\nlignes, \"\"citées\"\"\"\n\n;\nB;fin";
        assertThat(Lu.of(file(texte.replace("\n", fin))))
                .containsExactly(
                        ligne(1, "nom", "objet"),
                        ligne(2, "A", "deux" + fin + "lignes, \"citées\""),
                        ligne(6, "B", "fin"));
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_at_its_line() {
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(file("nom;objet\nA;B\nC;\"jamais\nD;E\n")))
                .matches(refus -> refus.ligne() != null && refus.ligne() == 3);
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(file("nom;objet\nA;B\nC;\"jamais\n" + "D;E\n".repeat(100_000))))
                .matches(refus -> refus.ligne() != null && refus.ligne() == 3);
    }

    @Test
    void a_cell_of_more_than_10_000_characters_is_refused_at_its_line() throws IOException {
        assertThat(Lu.of(file("nom;objet\nA;" + "x".repeat(10_000)))).hasSize(2);
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(file("nom;objet\nA;" + "x".repeat(10_001))))
                .matches(refus -> refus.ligne() != null && refus.ligne() == 2)
                .withMessageContaining("10\u202f000");
    }

    @Test
    void a_file_of_one_endless_line_is_refused_in_little_memory() {
        assertThatExceptionOfType(FichierRefuseException.class)
                .isThrownBy(() -> Lu.of(file("nom;objet\n" + ";".repeat(30_000_000))));
    }

    private Path file(String texte) throws IOException {
        return file(texte.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] octets) throws IOException {
        return Files.write(Files.createTempFile(dossier, "essai", ".dat"), octets);
    }
}
