package fr.suiviclauses.bilan.export;

import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of a bilan, by their addresses, and the tables that each exports. */
public enum Partie {
    CHIFFRES_CLES("", Rubrique.CHIFFRES_CLES, Rubrique.DIX_ANS),
    DONNEURS_ORDRES("/donneurs-ordres", Rubrique.DONNEURS_ORDRES, Rubrique.DIX_PREMIERS, Rubrique.CHARTES),
    FAMILLES("/familles", Rubrique.GROUPES_FAMILLES, Rubrique.FAMILLES, Rubrique.TYPES, Rubrique.TROIS_ANS),
    BENEFICIAIRES(
            "/beneficiaires",
            Rubrique.CRITERES,
            Rubrique.DIPLOMES,
            Rubrique.QPV,
            Rubrique.METROPOLE,
            Rubrique.SEXES,
            Rubrique.AGES,
            Rubrique.PRESCRIPTEURS,
            Rubrique.MODALITES),
    PARCOURS("/parcours", Rubrique.SITUATIONS),
    PERIMETRES("/perimetres", Rubrique.CLAUSES, Rubrique.OPERATIONS, Rubrique.AGREGATS),
    /** The years are its subject: its address has none. */
    EVOLUTION("/bilan/evolution", Rubrique.DIX_ANS);

    private final String chemin;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
    private final List<Rubrique> rubriques;

    Partie(String chemin, Rubrique... rubriques) {
        this.chemin = chemin;
        this.rubriques = List.of(rubriques);
    }

    List<Rubrique> rubriques() {
        return rubriques;
    }

    static Partie of(String chemin) {
        return Arrays.stream(values())
                .filter(partie -> partie.chemin.equals(chemin))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(chemin));
    }

    /**
     * The address that exports a table: that of its page with the same filters, and a format.
     *
     * @param format csv or xlsx
     */
    public static String export(Perimetre perimetre, Rubrique rubrique, String format) {
        Partie partie = Arrays.stream(values())
                .filter(p -> p.rubriques.contains(rubrique))
                .findFirst()
                .orElseThrow();
        Map<String, String> parametres = new LinkedHashMap<>();
        parametres.put("format", format);
        parametres.put("table", rubrique.code());
        return "/bilan/" + perimetre.annee() + partie.chemin + perimetre.requeteAvec(parametres);
    }
}
