package fr.suiviclauses.echange.reprise;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is done with a kind of file once its lines are staged.
 *
 * @param table where the lines are staged
 * @param comparaisons finds each thing, and what is wrong
 * @param attributs what lines say of things
 * @param comptes tells new, modified and unchanged lines
 * @param ecritures writes, when nothing is wrong
 */
public record Plan(
        String table,
        List<Etape> comparaisons,
        List<Attribut> attributs,
        List<String> comptes,
        List<String> ecritures) {

    /** Some scripts, and what they do, in French, for who waits. */
    record Etape(String libelle, List<String> scripts) {}

    static final String LECTURE = "Lecture du fichier";
    static final String COMPARAISON = "Comparaison avec ce qui est enregistré";
    static final String ECRITURE = "Écriture";

    /** The steps of an import, in their order, as {@code Avancement} tells them; the first is the reading. */
    public List<String> etapes() {
        return Stream.of(
                        Stream.of(LECTURE), comparaisons.stream().map(Etape::libelle), Stream.of(COMPARAISON, ECRITURE))
                .flatMap(etapes -> etapes)
                .toList();
    }

    public static final Plan REPRISE = new Plan(
            "reprise_ligne",
            List.of(
                    new Etape(
                            "Donneurs d’ordres et marchés",
                            List.of("00-constats.sql", "01-lignes.sql", "02-marches.sql")),
                    new Etape("Entreprises", List.of("03-entreprises.sql")),
                    new Etape("Bénéficiaires et contrats", List.of("04-personnes.sql", "05-contrats.sql")),
                    new Etape("Entrées et heures", List.of("06-entrees.sql", "07-heures.sql", "12-heures-regles.sql")),
                    new Etape("Vraisemblance", List.of("08-avertissements.sql", "13-heures-avertissements.sql"))),
            Attribut.REPRISE,
            List.of("09-compte.sql"),
            List.of("10-ecriture.sql", "14-heures-ecriture.sql"));

    /** Hours of contracts that are there already: the rules, warnings and writing of hours are the reprise's. */
    public static final Plan HEURES = new Plan(
            "heures_ligne",
            List.of(
                    new Etape("Contrats et lots", List.of("00-constats.sql", "30-heures-lignes.sql")),
                    new Etape("Heures", List.of("31-heures.sql", "12-heures-regles.sql")),
                    new Etape(
                            "Vraisemblance", List.of("32-heures-justifications.sql", "13-heures-avertissements.sql"))),
            Attribut.HEURES,
            List.of("33-heures-compte.sql"),
            List.of("34-heures-avant.sql", "14-heures-ecriture.sql", "35-heures-apres.sql"));

    public static final Plan SUIVIS = new Plan(
            "reprise_suivi",
            List.of(new Etape("Situations", List.of("00-constats.sql", "20-suivis.sql"))),
            List.of(),
            List.of(),
            List.of("21-suivis-ecriture.sql"));
}
