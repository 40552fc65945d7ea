package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneFamille;
import fr.suiviclauses.bilan.figure.Lien;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two orders of a table, kept in the address; largest first is the address without one. */
enum Tri {
    HEURES("Par heures"),
    NOM("Par nom");

    private final String libelle;

    Tri(String libelle) {
        this.libelle = libelle;
    }

    static Tri of(@Nullable String code) {
        return "nom".equals(code) ? NOM : HEURES;
    }

    static Map<String, String> parametre(Tri tri) {
        return tri == NOM ? Map.of("tri", "nom") : Map.of();
    }

    static List<Lien> liens(Tri courant, Function<Map<String, String>, String> adresse) {
        return Arrays.stream(values())
                .map(tri -> new Lien(tri.libelle, adresse.apply(parametre(tri)), tri == courant))
                .toList();
    }

    Comparator<LigneDonneurOrdre> donneursOrdres() {
        Comparator<LigneDonneurOrdre> parNom = parNom(LigneDonneurOrdre::nom);
        return this == NOM
                ? parNom
                : Comparator.comparing(LigneDonneurOrdre::heures).reversed().thenComparing(parNom);
    }

    Comparator<LigneFamille> familles() {
        Comparator<LigneFamille> parNom = parNom(LigneFamille::famille);
        return this == NOM
                ? parNom
                : Comparator.comparing(LigneFamille::heures).reversed().thenComparing(parNom);
    }

    /** As a French reader looks a name up: accents and capitals don't count at first. */
    private static <T> Comparator<T> parNom(Function<T, String> nom) {
        Collator francais = Collator.getInstance(Locale.FRENCH);
        return (a, b) -> francais.compare(nom.apply(a), nom.apply(b));
    }
}
