package fr.suiviclauses.proprietes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the cells that the histories of these tests hold; far less than the program accepts. */
final class Lecture {

    private Lecture() {}

    static @Nullable LocalDate date(String texte) {
        if (texte.isEmpty()) {
            return null;
        }
        if (texte.indexOf('/') < 0) {
            return LocalDate.parse(texte);
        }
        String[] parts = texte.split("/", -1);
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    static LocalDate requiredDate(String texte) {
        LocalDate date = date(texte);
        if (date == null) {
            throw new IllegalArgumentException("a date is missing");
        }
        return date;
    }

    static YearMonth mois(String texte) {
        return texte.indexOf('/') < 0
                ? YearMonth.parse(texte)
                : YearMonth.of(Integer.parseInt(texte.substring(3)), Integer.parseInt(texte.substring(0, 2)));
    }

    static BigDecimal heures(String texte) {
        int h = texte.indexOf('h');
        if (h >= 0) {
            BigDecimal minutes = new BigDecimal(texte.substring(h + 1));
            return new BigDecimal(texte.substring(0, h))
                    .add(minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
        }
        return new BigDecimal(texte.replaceAll("[ \u00a0\u202f\u2009]", "").replace(',', '.'));
    }

    static Set<String> codes(String texte) {
        Set<String> codes = new TreeSet<>();
        for (String code : texte.split("\\|", -1)) {
            if (!code.isBlank()) {
                codes.add(code.strip());
            }
        }
        return codes;
    }

    /** One name for all its spellings: accents, case, hyphens, apostrophes and repeated spaces are folded. */
    static String pli(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[-'’\\s]+", " ")
                .strip();
    }
}
