package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a date, and which as a time. */
final class FormatsNombres {

    enum Aspect {
        NOMBRE,
        JOUR,
        DUREE
    }

    /** What is not the format itself: quoted texts, colours and locales, escaped characters, padding. */
    private static final Pattern ORNEMENT = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h|hh|m|mm|s|ss])[^]]*]");

    private static final Set<Integer> JOURS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final Set<Integer> DUREES = Set.of(18, 19, 20, 21, 32, 33, 45, 46, 47);
    private static final int STYLES_MAX = 100_000;

    private final Map<Integer, Aspect> parStyle = new HashMap<>();

    /** Every style is a number's. */
    FormatsNombres() {}

    /** Reads the part that describes the styles. */
    FormatsNombres(LecteurXml xml) throws IOException {
        Map<Integer, Aspect> parFormat = new HashMap<>();
        JOURS.forEach(f -> parFormat.put(f, Aspect.JOUR));
        DUREES.forEach(f -> parFormat.put(f, Aspect.DUREE));
        boolean dansStyles = false;
        int style = 0;
        while (xml.next()) {
            if (xml.starts("numFmt")) {
                parFormat.put(number(xml.attribute("numFmtId")), aspect(String.valueOf(xml.attribute("formatCode"))));
            } else if (xml.starts("cellXfs")) {
                dansStyles = true;
            } else if (xml.ends("cellXfs")) {
                dansStyles = false;
            } else if (dansStyles && xml.starts("xf")) {
                Aspect aspect = parFormat.getOrDefault(number(xml.attribute("numFmtId")), Aspect.NOMBRE);
                if (aspect != Aspect.NOMBRE) parStyle.put(style, aspect);
                style++;
            }
            if (style > STYLES_MAX || parFormat.size() > STYLES_MAX) throw ArchiveXlsx.damaged();
        }
    }

    Aspect of(int style) {
        return parStyle.getOrDefault(style, Aspect.NOMBRE);
    }

    /** Years or days make a date; hours or seconds without them a time; m alone is a month. */
    static Aspect aspect(String code) {
        String nu =
                ORNEMENT.matcher(code).replaceAll("").toLowerCase(Locale.ROOT).replace("general", "");
        if (nu.matches("(?s).*[yd].*")) return Aspect.JOUR;
        if (nu.matches("(?s).*[hs].*")) return Aspect.DUREE;
        return nu.contains("m") ? Aspect.JOUR : Aspect.NOMBRE;
    }

    private static int number(@Nullable String texte) {
        return Feuille.integer(texte, 0);
    }
}
