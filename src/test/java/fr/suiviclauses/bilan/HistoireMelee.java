package fr.suiviclauses.bilan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three years in which everything is mixed: several lots, families and clauses, people with two entries, several
 * contracts, hours that do not count. Always the same, and enough of it that a wrong join shows.
 */
public class HistoireMelee extends Histoire {

    private static final String[] CLAUSES = {"CONDITION_EXECUTION", "RESERVE_IAE", "CLAUSE_PRIVEE", "SERVICE_INSERTION"
    };
    private static final String[] GROUPES = {"Bâtiment", "TP & réseaux", "Déchets"};
    private static final String[] DIPLOMES = {"CAP_BEP", "DNB", "SAVOIRS_BASE", "BAC"};
    private static final String[] CRITERES = {"DELD", "TH", "JEUNE_SANS_EXPERIENCE", "JEUNE_SANS_QUALIFICATION", "AUTRE"
    };
    private static final String[] MODALITES = {"ETTI", "EMBAUCHE_DIRECTE", "GEIQ"};
    private static final String[] SITUATIONS = {"CDI", "FORMATION", "DEMANDEUR_EMPLOI", "ABANDON", "NON_RENSEIGNE"};
    private static final String[] STATUTS = {"VALIDEE", "VALIDEE", "VALIDEE", "VALIDEE", "DECLAREE", "REJETEE"};

    private final Random hasard = new Random(20220117);

    public HistoireMelee(JdbcClient jdbc) {
        super(jdbc);
        long quai = operation("Grand Quai", "1000");
        List<Long> lots = new ArrayList<>();
        for (int d = 0; d < 14; d++) {
            long donneur = donneurOrdre(d == 0 ? "L’Été & fils" : "Acheteur " + d, d % 3 == 0 ? "PRIVE" : "PUBLIC");
            if (d % 4 == 0) {
                charte(donneur, "SBA", d == 0 ? null : "2020-06-01", d == 8 ? "2021-12-30" : null);
            }
            for (int m = 0; m < 3; m++) {
                long marche = marche(
                        donneur,
                        m == 0 ? "TRAVAUX" : "SERVICES",
                        (2019 + m) + "-03-01",
                        (2020 + m) + "-08-31",
                        m == 1 ? quai : null);
                for (int l = 0; l <= d % 2; l++) {
                    String groupe = GROUPES[(d + m) % 3];
                    long lot = lot(marche, groupe, groupe + " " + (d + l) % 4, CLAUSES[(d + l) % 4], "VOLONTAIRE");
                    participation(lot, entreprise("Entreprise " + d + m + l), "TITULAIRE");
                    if (d % 5 != 4) {
                        lots.add(lot);
                    }
                }
            }
        }
        for (int p = 0; p < 70; p++) {
            person(p, lots);
        }
        // What earlier tests left behind would mislead the planner about these few rows, as it would after any bulk
        // write.
        jdbc.sql("analyze").update();
    }

    private void person(int p, List<Long> lots) {
        long personne = personne(p % 3 == 0 ? "NON_RENSEIGNE" : p % 3 == 1 ? "F" : "H", 1965 + p % 40 + "-06-15");
        Map<String, ?> premiers = p % 4 == 0
                ? Map.of("qpv", "OUI", "diplome", DIPLOMES[p % 4])
                : Map.of("metropole", p % 2 == 0, "diplome", DIPLOMES[p % 4], "prescripteur", "Mission locale");
        entree(personne, "2019-02-10", "2021-05-14", premiers, CRITERES[p % 5], "RSA_MINIMA_SOCIAUX");
        if (p % 3 == 0) {
            entree(personne, "2021-05-15", "2022-05-14", Map.of("qpv", "NON"), CRITERES[(p + 1) % 5]);
        }
        for (int c = 0; c < 2; c++) {
            long contrat = contrat(personne, MODALITES[(p + c) % 3]);
            for (int h = 0; h < 4; h++) {
                heures(
                        contrat,
                        lots.get(hasard.nextInt(lots.size())),
                        "%d-%02d".formatted(2019 + hasard.nextInt(3), 1 + 3 * h + hasard.nextInt(3)),
                        10 + hasard.nextInt(140) + "." + (10 + hasard.nextInt(90)),
                        STATUTS[hasard.nextInt(STATUTS.length)]);
            }
        }
        if (p % 7 != 0) {
            situation(personne, 2020, 12, SITUATIONS[p % 5]);
            situation(personne, 2020, 6, "CDI");
            situation(personne, 2019, 12, "INTERIM");
        }
    }
}
