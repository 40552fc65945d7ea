package fr.suiviclauses.echange.fichier;

import org.jspecify.annotations.Nullable;

/** A file refused as a whole, with one French sentence: reading stopped there. */
public class FichierRefuseException extends RuntimeException {

    /** Why, as far as an answer's status tells. */
    public enum Motif {
        /** Beyond a limit. */
        TROP_GRAND,
        /** Not a kind of file that is read. */
        TYPE,
        /** Of the right kind, but damaged or not in the expected form. */
        ILLISIBLE
    }

    private final Motif motif;
    private final @Nullable Integer ligne;

    public FichierRefuseException(Motif motif, String phrase) {
        this(motif, phrase, null);
    }

    /** With the line where reading stopped, when there is one. */
    public FichierRefuseException(Motif motif, String phrase, @Nullable Integer ligne) {
        super(phrase);
        this.motif = motif;
        this.ligne = ligne;
    }

    public Motif motif() {
        return motif;
    }

    public @Nullable Integer ligne() {
        return ligne;
    }

    public String phrase() {
        return String.valueOf(getMessage());
    }
}
