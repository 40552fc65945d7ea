package fr.suiviclauses.echange.format;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.echange.fichier.Cellule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header line: which column each cell of a line belongs to. */
final class Entete {

    /** Added by the file that is handed back; ignored when it comes again. */
    static final String ERREURS = "erreurs";

    private final List<@Nullable Colonne> colonnes = new ArrayList<>();
    private final List<Boolean> nommees = new ArrayList<>();

    /** Reads the header; what is wrong with it goes to the anomalies, and the columns that are known are still read. */
    Entete(int numero, List<Cellule> cellules, FormatFichier format, Anomalies erreurs) {
        Set<Colonne> vues = new HashSet<>();
        for (Cellule cellule : cellules) {
            String nom = Espaces.strip(cellule.apparence()).toLowerCase(Locale.ROOT);
            Colonne colonne = find(nom, format);
            nommees.add(!nom.isEmpty());
            if (colonne != null && !vues.add(colonne)) {
                erreurs.addToHeader(anomaly(numero, nom, "Cette colonne est deux fois dans l’en-tête."));
                colonnes.add(null);
                continue;
            }
            colonnes.add(colonne);
            if (colonne == null && !nom.isEmpty() && !nom.equals(ERREURS))
                erreurs.addToHeader(unknown(numero, nom, format));
        }
        for (Colonne colonne : format.colonnes()) {
            if (colonne.presence() != Colonne.Presence.FACULTATIVE && !vues.contains(colonne)) {
                erreurs.addToHeader(new Anomalie(
                        numero,
                        colonne.nom(),
                        "",
                        "La colonne «\u00a0" + colonne.nom() + "\u00a0» manque dans l’en-tête."));
            }
        }
    }

    /** How many of the format's columns it names. */
    int known() {
        return (int) colonnes.stream().filter(c -> c != null).count();
    }

    boolean has(Colonne colonne) {
        return colonnes.contains(colonne);
    }

    /** The column of a line's cell; null: none that is read. */
    @Nullable
    Colonne column(int position) {
        return position < colonnes.size() ? colonnes.get(position) : null;
    }

    /** Whether a cell stands under a name, be it unknown. */
    boolean named(int position) {
        return position < nommees.size() && nommees.get(position);
    }

    private static @Nullable Colonne find(String nom, FormatFichier format) {
        for (Colonne colonne : format.colonnes()) {
            if (colonne.nom().equals(nom)) return colonne;
        }
        return null;
    }

    private static Anomalie unknown(int numero, String nom, FormatFichier format) {
        String proche = Ressemblance.nearest(
                nom, format.colonnes().stream().map(Colonne::nom).toList());
        return anomaly(numero, nom, "Colonne inconnue\u00a0: vouliez-vous dire «\u00a0" + proche + "\u00a0»\u00a0?");
    }

    private static Anomalie anomaly(int numero, String nom, String message) {
        String montre = TexteLisible.shown(null, nom);
        return new Anomalie(numero, montre, montre, message);
    }
}
