package fr.suiviclauses.echange.format;

import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.echange.fichier.Cellule;
import fr.suiviclauses.echange.fichier.FichierRefuseException;
import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import fr.suiviclauses.echange.fichier.Limites;
import fr.suiviclauses.echange.fichier.Tableur;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows of cells into typed lines: every cell that can't be read is an error at its line and column. */
public final class AnalyseLignes implements Tableur.Lecteur {

    /** Receives the typed lines, one after the other. */
    @FunctionalInterface
    public interface Suite {
        void line(LigneTypee ligne);
    }

    private final FormatFichier format;
    private final Map<Colonne, Lecture> lectures;
    private final Anomalies erreurs;
    private final Suite suite;
    /** By column, the last text that was read and what it gave: lines repeat what belongs to the same thing. */
    private final @Nullable String[] derniersTextes;

    private final @Nullable String[] dernieresValeurs;
    private @Nullable Entete entete;
    private int lignes;

    public AnalyseLignes(FormatFichier format, Anomalies erreurs, Suite suite) {
        this.format = format;
        this.lectures = format.colonnes().stream().collect(Collectors.toMap(c -> c, format::lecture));
        this.erreurs = erreurs;
        this.suite = suite;
        this.derniersTextes = new @Nullable String[format.colonnes().size()];
        this.dernieresValeurs = new @Nullable String[format.colonnes().size()];
    }

    /** Data lines read so far. */
    public int lignes() {
        return lignes;
    }

    /** Whether there was a header at all. */
    public boolean hasHeader() {
        return entete != null;
    }

    @Override
    public void row(int numero, List<Cellule> cellules) {
        if (entete == null) {
            entete = header(numero, cellules);
            return;
        }
        if (++lignes > Limites.LIGNES)
            throw new FichierRefuseException(
                    Motif.TROP_GRAND,
                    "Le fichier a plus de 200\u202f000 lignes\u00a0: découpez-le en plusieurs envois.");
        line(entete, numero, cellules);
    }

    private Entete header(int numero, List<Cellule> cellules) {
        Entete lu = new Entete(numero, cellules, format, erreurs);
        if (lu.known() == 0)
            throw new FichierRefuseException(
                    Motif.ILLISIBLE,
                    "La première ligne ne nomme aucune colonne d’un fichier " + format.libelle()
                            + "\u00a0: partez du modèle à télécharger.");
        return lu;
    }

    private void line(Entete entete, int numero, List<Cellule> cellules) {
        @Nullable String[] valeurs = new String[format.colonnes().size()];
        long remplies = 0;
        long invalides = 0;
        boolean personne = false;
        for (int i = 0; i < cellules.size(); i++) {
            Cellule cellule = cellules.get(i);
            if (cellule.vide()) continue;
            Colonne colonne = entete.column(i);
            if (colonne == null) {
                if (!entete.named(i)) erreurs.add(outside(numero, cellule));
                else if (Nir.in(cellule.apparence())) erreurs.add(new Anomalie(numero, null, Nir.MASQUE, Nir.REFUS));
                continue;
            }
            remplies |= colonne.masque();
            personne |= format.deLaPersonne(colonne);
            String valeur = remembered(numero, colonne, cellule);
            if (valeur == null) invalides |= colonne.masque();
            valeurs[colonne.ordinal()] = valeur;
        }
        missing(entete, numero, remplies, personne);
        LigneTypee ligne =
                new LigneTypee(numero, personne, invalides, Collections.unmodifiableList(Arrays.asList(valeurs)));
        format.check(
                ligne,
                (colonne, message) ->
                        erreurs.add(new Anomalie(numero, colonne.nom(), seen(colonne, entete, cellules), message)));
        suite.line(ligne);
    }

    private @Nullable String remembered(int numero, Colonne colonne, Cellule cellule) {
        if (!(cellule instanceof Cellule.Texte texte)) return read(numero, colonne, cellule);
        int i = colonne.ordinal();
        if (texte.apparence().equals(derniersTextes[i])) return dernieresValeurs[i];
        String valeur = read(numero, colonne, cellule);
        if (valeur != null) {
            derniersTextes[i] = texte.apparence();
            dernieresValeurs[i] = valeur;
        }
        return valeur;
    }

    private @Nullable String read(int numero, Colonne colonne, Cellule cellule) {
        String vu = cellule.apparence();
        if (!colonne.reference() && Nir.in(vu)) {
            erreurs.add(new Anomalie(numero, colonne.nom(), Nir.MASQUE, Nir.REFUS));
            return null;
        }
        try {
            String valeur = lecture(colonne).read(cellule);
            if (!valeur.isEmpty()) return valeur;
            throw new SaisieRefuseeException("Cette cellule ne contient que des caractères invisibles.");
        } catch (SaisieRefuseeException refus) {
            erreurs.add(new Anomalie(numero, colonne.nom(), TexteLisible.shown(colonne, vu), refus.phrase()));
            return null;
        }
    }

    private Lecture lecture(Colonne colonne) {
        Lecture lecture = lectures.get(colonne);
        if (lecture == null) throw new IllegalArgumentException("not a column of this file: " + colonne);
        return lecture;
    }

    /** A column that the header lacks was said once, there. */
    private void missing(Entete entete, int numero, long remplies, boolean personne) {
        for (Colonne colonne : format.colonnes()) {
            boolean attendue = switch (colonne.presence()) {
                case TOUJOURS -> true;
                case AVEC_PERSONNE -> personne;
                case FACULTATIVE -> false;
            };
            if (attendue && (remplies & colonne.masque()) == 0 && entete.has(colonne))
                erreurs.add(new Anomalie(numero, colonne.nom(), "", "Cette valeur est obligatoire."));
        }
    }

    private static String seen(Colonne colonne, Entete entete, List<Cellule> cellules) {
        for (int i = 0; i < cellules.size(); i++) {
            if (colonne.equals(entete.column(i)))
                return TexteLisible.shown(colonne, cellules.get(i).apparence());
        }
        return "";
    }

    private static Anomalie outside(int numero, Cellule cellule) {
        String vu = cellule.apparence();
        return new Anomalie(numero, null, TexteLisible.shown(null, vu), "Cette cellule est sous une colonne sans nom.");
    }
}
