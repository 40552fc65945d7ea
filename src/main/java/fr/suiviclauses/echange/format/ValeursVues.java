package fr.suiviclauses.echange.format;

import fr.suiviclauses.echange.fichier.Cellule;
import fr.suiviclauses.echange.fichier.Tableur;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives anomalies that were found in the database the value as the file has it. Staging every cell's text beside its
 * value would double what is copied; a second reading, up to the last line concerned, costs less and is rarely needed.
 */
public final class ValeursVues implements Tableur.Lecteur {

    private final FormatFichier format;
    private final Set<Integer> lignes = new HashSet<>();
    private final Map<String, String> vues = new HashMap<>();
    private int derniere;
    private @Nullable Entete entete;

    private ValeursVues(FormatFichier format) {
        this.format = format;
    }

    /** The same anomalies, in two lists, with the values seen. */
    public static List<List<Anomalie>> in(Tableur tableur, FormatFichier format, List<List<Anomalie>> listes)
            throws IOException {
        ValeursVues lecture = new ValeursVues(format);
        for (List<Anomalie> liste : listes) liste.forEach(lecture::wants);
        if (lecture.lignes.isEmpty()) return listes;
        try {
            tableur.read(lecture);
        } catch (Assez assez) {
            // the last line that matters was read
        }
        return listes.stream()
                .map(liste -> liste.stream().map(lecture::completed).toList())
                .toList();
    }

    private void wants(Anomalie anomalie) {
        if (anomalie.ligne() == null || anomalie.colonne() == null) return;
        lignes.add(anomalie.ligne());
        derniere = Math.max(derniere, anomalie.ligne());
    }

    @Override
    public void row(int numero, List<Cellule> cellules) {
        if (entete == null) {
            entete = new Entete(numero, cellules, format, new Anomalies());
            return;
        }
        if (numero > derniere) throw new Assez();
        if (!lignes.contains(numero)) return;
        for (int i = 0; i < cellules.size(); i++) {
            Colonne colonne = entete.column(i);
            if (colonne != null)
                vues.put(
                        key(numero, colonne.nom()),
                        TexteLisible.shown(colonne, cellules.get(i).apparence()));
        }
    }

    private Anomalie completed(Anomalie anomalie) {
        if (anomalie.ligne() == null || anomalie.colonne() == null) return anomalie;
        String vue = vues.get(key(anomalie.ligne(), anomalie.colonne()));
        return vue == null ? anomalie : new Anomalie(anomalie.ligne(), anomalie.colonne(), vue, anomalie.message());
    }

    private static String key(int ligne, String colonne) {
        return ligne + ":" + colonne;
    }

    private static final class Assez extends RuntimeException {
        Assez() {
            super(null, null, false, false);
        }
    }
}
