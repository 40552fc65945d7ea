package fr.suiviclauses.echange.format;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.echange.fichier.Cellule;
import fr.suiviclauses.referentiel.Libelle;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads codes of a nomenclature; case, accents and spaces are forgiven: "Privé" is PRIVE. */
final class Codes {

    private static final Pattern BARRE = Pattern.compile("\\|");

    private Codes() {}

    static Lecture one(List<? extends Libelle> nomenclature) {
        return of(names(nomenclature));
    }

    static Lecture of(List<String> connus) {
        return cellule -> known(cellule.apparence(), connus);
    }

    /** Several codes joined by a bar, in alphabetical order once read. */
    static Lecture several(List<? extends Libelle> nomenclature) {
        List<String> connus = names(nomenclature);
        return cellule -> several(cellule, connus);
    }

    private static String several(Cellule cellule, List<String> connus) {
        TreeSet<String> codes = new TreeSet<>();
        for (String code : BARRE.splitAsStream(cellule.apparence()).toList()) {
            if (!code.isBlank()) codes.add(known(code, connus));
        }
        if (codes.isEmpty()) throw new SaisieRefuseeException("Au moins un code est attendu.");
        return String.join("|", codes);
    }

    private static String known(String saisie, List<String> connus) {
        String code = fold(TexteLisible.of(saisie));
        if (connus.contains(code)) return code;
        if (connus.size() <= 4)
            throw new SaisieRefuseeException("Valeur inconnue\u00a0: " + String.join(", ", connus) + " sont attendus.");
        throw new SaisieRefuseeException("Code inconnu\u00a0: vouliez-vous dire «\u00a0"
                + Ressemblance.nearest(code, connus) + "\u00a0»\u00a0?");
    }

    private static String fold(String saisie) {
        return Normalizer.normalize(Espaces.collapse(saisie), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-'’]+", "_");
    }

    private static List<String> names(List<? extends Libelle> nomenclature) {
        return nomenclature.stream().map(Libelle::name).toList();
    }
}
