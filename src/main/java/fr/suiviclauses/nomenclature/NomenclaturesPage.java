package fr.suiviclauses.nomenclature;

import fr.suiviclauses.commun.NombreAffiche;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What an administrateur sets for the structure. */
record NomenclaturesPage(List<Bloc> parametres) {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    NomenclaturesPage {
        parametres = List.copyOf(parametres);
    }

    /** A parameter and its values, the latest first; without any, the product's own default holds. */
    record Bloc(String code, String titre, String aide, List<Ligne> lignes) {

        Bloc {
            lignes = List.copyOf(lignes);
        }
    }

    record Ligne(String date, String valeur) {}

    static Bloc bloc(Parametre parametre, List<Parametre.Valeur> valeurs) {
        return new Bloc(
                parametre.code(),
                parametre.titre(),
                parametre.aide(),
                valeurs.stream()
                        .map(v -> new Ligne(
                                JOUR.format(v.date()),
                                NombreAffiche.of(
                                        v.valeur(),
                                        Math.max(
                                                0,
                                                v.valeur().stripTrailingZeros().scale()))))
                        .toList());
    }
}
