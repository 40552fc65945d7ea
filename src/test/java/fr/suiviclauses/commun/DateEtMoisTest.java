package fr.suiviclauses.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateEtMoisTest {

    @ParameterizedTest
    @CsvSource({"31/12/2021,2021-12-31", "2021-12-31,2021-12-31", "29/02/2020,2020-02-29", " 01/01/1900 ,1900-01-01"})
    void a_date_is_french_or_iso(String saisie, LocalDate date) {
        assertThat(DateFrancaise.parse(saisie)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2021",
                "29/02/2021",
                "12/31/2021",
                "1/2/2021",
                "31/12/21",
                "31-12-2021",
                "2021/12/31",
                "20211231",
                "00/01/2021",
                "01/00/2021",
                "01/01/0021",
                "01/01/9999",
                "2021-12",
                "hier",
                "",
                "44197",
                "٣١/١٢/٢٠٢١"
            })
    void no_other_date_is_guessed(String saisie) {
        assertThatThrownBy(() -> DateFrancaise.parse(saisie)).isInstanceOf(SaisieRefuseeException.class);
    }

    @ParameterizedTest
    @CsvSource({"2021-03,2021-03", "03/2021,2021-03", " 12/1999 ,1999-12"})
    void a_month_is_french_or_iso(String saisie, YearMonth mois) {
        assertThat(Mois.parse(saisie)).isEqualTo(mois);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-13",
                "00/2021",
                "3/2021",
                "2021-3",
                "mars 2021",
                "01/03/2021",
                "2021-03-01",
                "03/21",
                "",
                "202103"
            })
    void no_other_month_is_guessed(String saisie) {
        assertThatThrownBy(() -> Mois.parse(saisie)).isInstanceOf(SaisieRefuseeException.class);
    }
}
