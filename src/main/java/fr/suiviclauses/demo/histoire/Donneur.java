package fr.suiviclauses.demo.histoire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A buyer of the report (or one of the eight invented ones, who have no hours).
 *
 * @param heures2021 hundredths, the unrounded row
 * @param charteDebut first day of the Small Business Act charter, or empty
 * @param premiereAnnee index of the first year with purchases
 * @param profil what it buys; empty for the metropolis (the remainder) and for buyers whose marchés are all listed
 * @param lieux its own places; empty where it buys for the whole city
 */
record Donneur(
        String nom,
        boolean prive,
        long heures2021,
        String charteDebut,
        int premiereAnnee,
        List<Achat> profil,
        List<String> lieux) {

    static final String METROPOLE = "TOULOUSE METROPOLE / VILLE TOULOUSE";
    static final String REGION = "REGION OCCITANIE";

    /** A share of the buyer's hours, and the number of marchés that carry it in 2021. */
    record Achat(Groupe groupe, boolean reserve, int poids, int marches) {}

    boolean est(String autreNom) {
        return nom.equals(autreNom);
    }

    /** Whether it buys for the whole city: schools, streets, day nurseries. */
    boolean ville() {
        return lieux.isEmpty();
    }

    /** Whether families of public space suit it: streets, coaches, collections. */
    boolean espacePublic() {
        return ville() || nom.startsWith("TISSEO") || nom.equals("SNCF") || nom.equals("DECOSET");
    }

    static List<Donneur> load(Map<String, Groupe> groupes) {
        List<Donneur> donneurs = new ArrayList<>();
        for (List<String> row : Ressource.rows("donneurs-ordres.csv")) {
            String annee = row.get(4);
            donneurs.add(new Donneur(
                    row.get(0),
                    row.get(1).equals("PRIVE"),
                    new BigDecimal(row.get(2)).movePointRight(2).longValueExact(),
                    row.get(3),
                    annee.isEmpty() ? 0 : Integer.parseInt(annee) - Calendrier.PREMIERE_ANNEE,
                    profil(row.get(5), groupes),
                    row.get(6).isEmpty() ? List.of() : List.of(row.get(6).split("\\|", -1))));
        }
        return donneurs;
    }

    /** Reads {@code NET:40x14 EV*:4x2}: group, a star when reserved, weight, number of marchés. */
    private static List<Achat> profil(String text, Map<String, Groupe> groupes) {
        List<Achat> achats = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int colon = part.indexOf(':');
            int times = part.indexOf('x', colon);
            boolean reserve = part.charAt(colon - 1) == '*';
            String code = part.substring(0, reserve ? colon - 1 : colon);
            achats.add(new Achat(
                    Objects.requireNonNull(groupes.get(code), code),
                    reserve,
                    Integer.parseInt(part.substring(colon + 1, times)),
                    Integer.parseInt(part.substring(times + 1))));
        }
        return List.copyOf(achats);
    }
}
