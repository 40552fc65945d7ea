package fr.suiviclauses.commun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SirenSiretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000074",
                "35600000000048",
                "35600000049837",
                "13000548100010",
                "732 829 320 00074",
                "732\u00a0829\u00a0320\u202f00074"
            })
    void these_establishments_exist(String siret) {
        assertThat(Siret.parse(siret).numero()).hasSize(14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "73282932000079",
                "35600000049838",
                "00000000000000",
                "7328293200007",
                "732829320000741",
                "7328293200007A",
                "73282932100073",
                "",
                "٧٣٢٨٢٩٣٢٠٠٠٠٧٤"
            })
    void these_do_not(String siret) {
        assertThatThrownBy(() -> Siret.parse(siret)).isInstanceOf(SaisieRefuseeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"732829320", "356000000", "130005481", "999000011", "732 829 320"})
    void these_companies_may_exist(String siren) {
        assertThat(Siren.parse(siren).numero()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"732829321", "000000000", "73282932", "7328293200", "", "73282932O", "٧٣٢٨٢٩٣٢٠"})
    void these_may_not(String siren) {
        assertThatThrownBy(() -> Siren.parse(siren)).isInstanceOf(SaisieRefuseeException.class);
    }

    @Test
    void an_establishment_tells_its_company() {
        assertThat(Siret.parse("73282932000074").siren()).isEqualTo(new Siren("732829320"));
    }
}
