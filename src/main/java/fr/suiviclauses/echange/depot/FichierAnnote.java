package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.echange.fichier.Cellule;
import fr.suiviclauses.echange.fichier.Limites;
import fr.suiviclauses.echange.fichier.OuvreurTableur;
import fr.suiviclauses.echange.fichier.Tableur;
import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.echange.format.FormatFichier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same file back, with a column "Erreurs": of the same kind, its cells as they were, each line where it was. A social
 * security number is masked, for it must not be kept even in a refused file.
 */
final class FichierAnnote implements Tableur.Lecteur {

    private static final String ERREURS = "Erreurs";

    /** Shorter than the longest cell that is read, so that the copy can be deposited again. */
    private static final int LONGUEUR_D_UNE_NOTE = 5_000;

    /** The copy would be far larger than the file, whose cells share their texts: there is none. */
    static final class CopieTropGrandeException extends RuntimeException {
        CopieTropGrandeException() {
            super("copy too large");
        }
    }

    private final SortieTableur sortie;
    private final Map<Integer, List<String>> parLigne = new HashMap<>();
    private final List<String> ensemble = new ArrayList<>();
    private final Set<String> references;
    private final Set<Integer> sansRecherche = new HashSet<>();
    private int positionErreurs = -1;
    private long caracteres;
    private int derniere;

    private FichierAnnote(SortieTableur sortie, FormatFichier format, List<Anomalie> erreurs) {
        this.sortie = sortie;
        this.references = format.colonnes().stream()
                .filter(Colonne::reference)
                .map(Colonne::nom)
                .collect(Collectors.toSet());
        for (Anomalie erreur : erreurs) {
            if (erreur.ligne() == null) ensemble.add(erreur.message());
            else
                parLigne.computeIfAbsent(erreur.ligne(), ligne -> new ArrayList<>())
                        .add(sentence(erreur));
        }
    }

    /** Writes the copy of a file that was read to its end. */
    static void write(Path source, FormatFichier format, List<Anomalie> erreurs, Path cible) throws IOException {
        Tableur tableur = OuvreurTableur.open(
                source, format.colonnes().stream().map(Colonne::nom).collect(Collectors.toSet()));
        try (OutputStream out = Files.newOutputStream(cible);
                SortieTableur sortie = SortieTableur.like(tableur, out)) {
            FichierAnnote copie = new FichierAnnote(sortie, format, erreurs);
            tableur.read(copie);
            copie.end();
        }
    }

    @Override
    public void row(int numero, List<Cellule> cellules) {
        derniere = numero;
        List<Cellule> copie = new ArrayList<>();
        for (int i = 0; i < cellules.size(); i++) {
            copie.add(i == positionErreurs ? Cellule.Texte.of("") : masked(i, cellules.get(i)));
        }
        String note = positionErreurs < 0 ? header(numero, cellules) : note(numero);
        while (copie.size() <= positionErreurs) copie.add(Cellule.Texte.of(""));
        copie.set(positionErreurs, Cellule.Texte.of(note));
        for (Cellule cellule : copie) caracteres += cellule.apparence().length();
        if (caracteres > Limites.CARACTERES_DE_COPIE) throw new CopieTropGrandeException();
        try {
            sortie.row(numero, copie);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What is wrong with the header, or with the file, is said on the first line of data: the header names columns. */
    private String header(int numero, List<Cellule> cellules) {
        positionErreurs = cellules.size();
        for (int i = 0; i < cellules.size(); i++) {
            String nom = Espaces.strip(cellules.get(i).apparence()).toLowerCase(Locale.ROOT);
            if (nom.equals(ERREURS.toLowerCase(Locale.ROOT))) positionErreurs = i;
            if (references.contains(nom)) sansRecherche.add(i);
        }
        List<String> enTete = parLigne.remove(numero);
        if (enTete != null) enTete.forEach(phrase -> ensemble.add("en-tête, " + phrase));
        return ERREURS;
    }

    private String note(int numero) {
        List<String> phrases = new ArrayList<>(ensemble);
        ensemble.clear();
        phrases.addAll(parLigne.getOrDefault(numero, List.of()));
        String note = String.join(" | ", phrases);
        return note.length() <= LONGUEUR_D_UNE_NOTE ? note : note.substring(0, LONGUEUR_D_UNE_NOTE) + "…";
    }

    /** A file without any line of data still says what is wrong with it. */
    private void end() throws IOException {
        if (ensemble.isEmpty() || positionErreurs < 0) return;
        List<Cellule> ligne = new ArrayList<>();
        while (ligne.size() < positionErreurs) ligne.add(Cellule.Texte.of(""));
        derniere++;
        ligne.add(Cellule.Texte.of(note(derniere)));
        sortie.row(derniere, ligne);
    }

    private Cellule masked(int position, Cellule cellule) {
        return !sansRecherche.contains(position) && Nir.in(cellule.apparence())
                ? Cellule.Texte.of(Nir.MASQUE)
                : cellule;
    }

    private static String sentence(Anomalie erreur) {
        @Nullable String colonne = erreur.colonne();
        return colonne == null ? erreur.message() : colonne + "\u00a0: " + erreur.message();
    }
}
