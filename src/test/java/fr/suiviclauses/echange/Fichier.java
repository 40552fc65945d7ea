package fr.suiviclauses.echange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A reprise file made of one plausible line and what differs from it. */
final class Fichier {

    private static final Map<String, String> PLAUSIBLE = new LinkedHashMap<>();

    static {
        String[][] valeurs = {
            {"donneur_ordre", "Ville de Rivière"},
            {"donneur_ordre_nature", "PUBLIC"},
            {"charte_sba", ""},
            {"charte_sba_debut", ""},
            {"charte_sba_fin", ""},
            {"marche", "M-1"},
            {"marche_objet", "Rénovation de l’école"},
            {"marche_type", "TRAVAUX"},
            {"marche_notification", "01/01/2020"},
            {"marche_fin", "31/12/2021"},
            {"operation", ""},
            {"operation_type", ""},
            {"operation_objectif", ""},
            {"lot", "1"},
            {"lot_objet", ""},
            {"famille", "Gros œuvre"},
            {"groupe_famille", "Bâtiment"},
            {"clauses", "CONDITION_EXECUTION"},
            {"obligation", "400"},
            {"entreprise", "Maçons Réunis"},
            {"entreprise_siren", "999000011"},
            {"entreprise_type", "CLASSIQUE"},
            {"entreprise_role", ""},
            {"beneficiaire_ref", "B1"},
            {"nom", "Ângel"},
            {"prenom", "Zoé"},
            {"naissance", "03/04/1998"},
            {"sexe", "F"},
            {"entree", "02/11/2020"},
            {"commune_insee", "31555"},
            {"metropole", "OUI"},
            {"qpv", "OUI"},
            {"diplome", "CAP_BEP"},
            {"criteres", "DELD"},
            {"prescripteur", "Mission locale"},
            {"contrat_ref", "C1"},
            {"employeur", ""},
            {"employeur_siren", ""},
            {"employeur_type", ""},
            {"modalite", "EMBAUCHE_DIRECTE"},
            {"contrat_type", "CDD"},
            {"contrat_debut", "02/11/2020"},
            {"contrat_fin", "30/06/2021"},
            {"mois", "2021-01"},
            {"heures", "100"},
            {"statut", ""}
        };
        for (String[] valeur : valeurs) PLAUSIBLE.put(valeur[0], valeur[1]);
    }

    private final List<Map<String, String>> lignes = new ArrayList<>();

    private Fichier() {}

    /** A file of one line, with what differs: {@code "heures=12", "mois=2021-02"}. */
    static Fichier of(String... differences) {
        return new Fichier().and(differences);
    }

    /** One more line. */
    Fichier and(String... differences) {
        Map<String, String> ligne = new LinkedHashMap<>(PLAUSIBLE);
        for (String difference : differences) {
            int egal = difference.indexOf('=');
            if (ligne.put(difference.substring(0, egal), difference.substring(egal + 1)) == null)
                throw new IllegalArgumentException("no column " + difference);
        }
        lignes.add(ligne);
        return this;
    }

    /** One more line, without a person. */
    Fichier andLot(String... differences) {
        and(differences);
        Map<String, String> ligne = lignes.get(lignes.size() - 1);
        boolean personne = false;
        for (Map.Entry<String, String> valeur : ligne.entrySet()) {
            personne |= valeur.getKey().equals("beneficiaire_ref");
            if (personne) valeur.setValue("");
        }
        return this;
    }

    String csv() {
        return String.join(";", PLAUSIBLE.keySet()) + "\n"
                + lignes.stream()
                        .map(ligne -> ligne.values().stream()
                                .map(v -> v.matches("(?s).*[;\"\n].*") ? '"' + v.replace("\"", "\"\"") + '"' : v)
                                .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    Path write() {
        return write(csv());
    }

    static Path write(String texte) {
        try {
            Path fichier = Files.createTempFile("reprise-test", ".csv");
            fichier.toFile().deleteOnExit();
            return Files.writeString(fichier, texte);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
