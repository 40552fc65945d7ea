package fr.suiviclauses.demo.histoire;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invented person, her contracts, her monthly load over all of them, and her entries. */
final class Personne {

    final String metier;
    final Map<Contrat, Entree> contrats = new LinkedHashMap<>();
    final List<Entree> entrees = new ArrayList<>();

    /** Hours of each month over all contracts, in hundredths, whatever their status. */
    final int[] charge = new int[Calendrier.MOIS];

    /** Number of contracts per perimeter and year. */
    private final Map<Perimetre, int[]> actifs = new EnumMap<>(Perimetre.class);

    String reference = "";
    String sexe = "";
    String nom = "";
    String prenom = "";
    LocalDate naissance = LocalDate.EPOCH;

    Personne(String metier) {
        this.metier = metier;
    }

    /** Full years at the entry: what the age bands and the criteria look at. */
    int age(Entree entree) {
        return Period.between(naissance, entree.date).getYears();
    }

    boolean bears(Contrat contrat) {
        for (Releve releve : contrat.releves) {
            if (charge[releve.mois()] + releve.centiemes() > Releve.TEMPS_PLEIN) {
                return false;
            }
        }
        return true;
    }

    Entree derniereEntree() {
        return entrees.get(entrees.size() - 1);
    }

    int dernierMois() {
        int dernier = -1;
        for (Contrat contrat : contrats.keySet()) {
            dernier = Math.max(dernier, contrat.dernierMois());
        }
        return dernier;
    }

    /** Under the running entry, or under a new one that begins with the contract. */
    void take(Contrat contrat, Entree entree) {
        if (!entrees.contains(entree)) {
            entrees.add(entree);
        }
        contrats.put(contrat, entree);
        load(contrat, 1);
    }

    void give(Contrat contrat) {
        contrats.remove(contrat);
        load(contrat, -1);
    }

    private void load(Contrat contrat, int sign) {
        contrat.releves.forEach(releve -> charge[releve.mois()] += sign * releve.centiemes());
        int[] perimetre = actifs.computeIfAbsent(contrat.lot.perimetre(), key -> new int[Calendrier.ANNEES]);
        for (int annee = contrat.premiereAnnee(); annee <= contrat.derniereAnnee(); annee++) {
            perimetre[annee] += sign;
        }
    }

    /** Contracts with hours in the year. */
    int contrats(int annee) {
        int nombre = 0;
        for (int[] perimetre : actifs.values()) {
            nombre += perimetre[annee];
        }
        return nombre;
    }

    /** Contracts with hours in the year on lots of the perimeter. */
    int contrats(Perimetre perimetre, int annee) {
        int[] parAnnee = actifs.get(perimetre);
        return parAnnee == null ? 0 : parAnnee[annee];
    }

    int contrats(Perimetre perimetre) {
        int nombre = 0;
        for (Contrat contrat : contrats.keySet()) {
            nombre += contrat.lot.perimetre() == perimetre ? 1 : 0;
        }
        return nombre;
    }

    /** The entry whose window holds a month; the later one if two do. Planned hours always have one. */
    Entree entreeDe(int mois) {
        for (int i = entrees.size() - 1; i >= 0; i--) {
            Entree entree = entrees.get(i);
            if (Calendrier.mois(entree.date) <= mois && mois <= entree.dernierMois()) {
                return entree;
            }
        }
        throw new IllegalStateException(reference + ": no entry holds month " + mois);
    }

    /** The entry whose attributes describe the person in a year's figures: that of her latest counted month. */
    Entree entreeDeterminante(int annee) {
        int latest = contrats.keySet().stream()
                .flatMap(contrat -> contrat.releves.stream())
                .mapToInt(Releve::mois)
                .filter(mois -> Calendrier.annee(mois) == annee)
                .max()
                .orElseThrow();
        return entreeDe(latest);
    }
}
