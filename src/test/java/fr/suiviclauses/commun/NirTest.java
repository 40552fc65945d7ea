package fr.suiviclauses.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are invented: their keys are computed. */
class NirTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "185123155501212",
                "1 85 12 31 555 012 12",
                "1\u00a085\u00a012\u00a031\u00a0555\u00a0012\u00a012",
                "1\u202f85\u202f12\u202f31\u202f555\u202f012\u202f12",
                "1.85.12.31.555.012.12",
                "1-85-12-31-555-012-12",
                "1851231555012",
                "1 85 12 31 555 012",
                "299017512345649",
                "185122A00412371",
                "1 85 12 2a 004 123 71",
                "185122B00412301",
                "701013155501263",
                "n° 185123155501212, à jour",
                "NIR185123155501212",
                "lot 12 1 85 12 31 555 012 12",
                "voir\n1 85 12 31 555 012 12\nmerci",
                "１８５１２３１５５５０１２１２",
                "١٨٥١٢٣١٥٥٥٠١٢١٢"
            })
    void finds_a_number_however_it_is_written(String texte) {
        assertThat(Nir.in(texte)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "B1",
                "185123155501213", // wrong key
                "1 85 12 31 555 012 13",
                "4851231555012", // no such first digit
                "1851531555012", // no such month
                "73282932000074", // a SIRET
                "732829320",
                "05 61 12 34 56",
                "+33 5 61 12 34 56",
                "2021-07-ACCORD-00012",
                "du 01/02/2021 au 31/12/2023",
                "12345678901234567890"
            })
    void leaves_other_numbers_alone(String texte) {
        assertThat(Nir.in(texte)).isFalse();
    }

    @Test
    void a_long_text_of_digits_takes_no_time() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 100; i++) assertThat(Nir.in("0 ".repeat(5_000))).isFalse();
        });
    }
}
