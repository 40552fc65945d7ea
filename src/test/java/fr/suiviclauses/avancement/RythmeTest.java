package fr.suiviclauses.avancement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the pace of counted hours leads. */
class RythmeTest {

    private static final BigDecimal OBLIGATION = new BigDecimal("6200");

    private static Rythme on(
            String jour, @Nullable String fin, String fait, @Nullable String premier, @Nullable String dernier) {
        return Rythme.on(
                LocalDate.parse(jour),
                LocalDate.parse("2021-01-01"),
                fin == null ? null : LocalDate.parse(fin),
                new BigDecimal(fait),
                premier == null ? null : LocalDate.parse(premier),
                dernier == null ? null : LocalDate.parse(dernier));
    }

    /** 5 019 h in nine months of twelve. */
    @Test
    void the_months_observed_are_spread_over_all_months() {
        Rythme rythme = on("2021-10-14", "2021-12-31", "5019", "2021-01-01", "2021-09-01");

        assertThat(rythme.enFin()).isEqualTo("6692.00");
        assertThat(rythme.phrase(OBLIGATION))
                .isEqualTo(
                        "À ce rythme (558\u00a0h par mois), 6\u202f692\u00a0h au 31 décembre 2021 (108\u202f%)\u00a0; 100\u202f% en décembre 2021.");
    }

    @Test
    void a_month_that_is_not_over_is_observed_only_when_it_has_hours() {
        assertThat(on("2021-10-14", null, "900", "2021-01-01", "2021-08-01").ecoules())
                .isEqualTo(9);
        assertThat(on("2021-10-14", null, "900", "2021-01-01", "2021-10-01").ecoules())
                .isEqualTo(10);
    }

    @Test
    void hours_before_the_start_move_the_start() {
        assertThat(on("2021-10-14", null, "900", "2020-11-01", "2021-08-01").ecoules())
                .isEqualTo(11);
    }

    @Test
    void an_obligation_that_will_not_be_reached_by_the_end_is_reached_later_at_this_pace() {
        Rythme rythme = on("2021-07-10", "2021-12-31", "1200", "2021-01-01", "2021-06-01");

        assertThat(rythme.phrase(OBLIGATION))
                .isEqualTo(
                        "À ce rythme (200\u00a0h par mois), 2\u202f400\u00a0h au 31 décembre 2021 (39\u202f%)\u00a0; 100\u202f% en juillet 2023.");
    }

    @Test
    void nothing_is_foretold_without_hours_before_the_start_or_after_the_end() {
        assertThat(on("2021-07-10", "2021-12-31", "0", null, null).phrase(OBLIGATION))
                .isEmpty();
        assertThat(on("2020-12-10", "2021-12-31", "0", null, null).phrase(OBLIGATION))
                .isEmpty();
        assertThat(on("2022-01-10", "2021-12-31", "900", "2021-01-01", "2021-09-01")
                        .phrase(OBLIGATION))
                .isEmpty();
        assertThat(on("2021-07-10", null, "0.01", "2021-01-01", "2021-01-01").phrase(OBLIGATION))
                .isEqualTo("À ce rythme (0\u00a0h par mois).");
    }

    @Test
    void an_open_marche_has_no_end_to_project_to() {
        assertThat(on("2021-07-10", null, "1200", "2021-01-01", "2021-06-01").phrase(OBLIGATION))
                .isEqualTo("À ce rythme (200\u00a0h par mois), 100\u202f% en juillet 2023.");
    }
}
