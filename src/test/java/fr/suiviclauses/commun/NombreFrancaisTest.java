package fr.suiviclauses.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NombreFrancaisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "763 203,5|763203.5",
                "763\u00a0203,5|763203.5",
                "763\u202f203,5|763203.5",
                "763\u2009203,5|763203.5",
                "763203,5|763203.5",
                "763203.5|763203.5",
                "1 234 567|1234567",
                "0|0",
                "0,01|0.01",
                "150|150",
                "007,50|7.5",
                "\"  120,5 \"|120.5",
                "\"\u00a0120,5\u202f\"|120.5",
                "7h30|7.5",
                "7H30|7.5",
                "7 h 30|7.5",
                "7h20|7.33",
                "7h05|7.08",
                "7h59|7.98",
                "0h01|0.02",
                "151h40|151.67",
                "1 200h00|1200"
            })
    void reads_what_french_people_type(String saisie, String valeur) {
        assertThat(NombreFrancais.parse(saisie)).isEqualByComparingTo(valeur);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.234",
                "1,234",
                "1,234.5",
                "1.234,5",
                "1.234.567",
                "12,345",
                "1234,567",
                "1 234,567",
                "1e3",
                "1E3",
                "1,5e2",
                "12 34",
                "1 23",
                "1  234",
                "1 2345",
                "12345 678",
                "٧",
                "１２",
                "7h60",
                "7h5",
                "7h",
                "h30",
                "7h300",
                "7,5h30",
                "-5",
                "−5",
                "+5",
                "",
                " ",
                "abc",
                ",5",
                "5,",
                "5.",
                "1'234",
                "0x10",
                "NaN",
                "Infinity",
                "1_000",
                "12 h",
                "½",
                "9999999999999"
            })
    void refuses_the_rest_with_a_sentence(String saisie) {
        assertThatThrownBy(() -> NombreFrancais.parse(saisie))
                .isInstanceOf(SaisieRefuseeException.class)
                .message()
                .isNotBlank()
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234|ambigu",
                "1,234.5|ambigu",
                "1e3|exposant",
                "7h60|minutes",
                "-5|négatif",
                "٧|chiffres de 0 à 9"
            })
    void says_why(String saisie, String mot) {
        assertThatThrownBy(() -> NombreFrancais.parse(saisie)).hasMessageContaining(mot);
    }
}
