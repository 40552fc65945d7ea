package fr.suiviclauses.commun.saisie;

/** A rule of the field refuses what was typed. Nothing was written; the form is shown again with the sentence. */
public class RegleMetierException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String champ;

    /**
     * @param champ the field that the sentence stands next to; empty: the whole form
     * @param phrase the French sentence to show
     */
    public RegleMetierException(String champ, String phrase) {
        super(phrase);
        this.champ = champ;
    }

    public String champ() {
        return champ;
    }

    public String phrase() {
        return String.valueOf(getMessage());
    }
}
