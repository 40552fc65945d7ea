package fr.suiviclauses.controle;

import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.referentiel.TypeEntreprise;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences that the database makes name codes, which files know and people don't. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");

    private static final Map<String, String> LIBELLES = Stream.<Libelle[]>of(
                    Critere.values(), Modalite.values(), TypeContrat.values(), TypeEntreprise.values())
            .flatMap(Arrays::stream)
            .collect(Collectors.toMap(Libelle::name, Libelle::libelle, (premier, autre) -> premier));

    private Codes() {}

    /** The sentence with labels. */
    static String readable(String phrase) {
        return CODE.matcher(phrase).replaceAll(code -> {
            String libelle = LIBELLES.get(code.group());
            return Matcher.quoteReplacement(libelle == null ? code.group() : "«\u00a0" + libelle + "\u00a0»");
        });
    }
}
