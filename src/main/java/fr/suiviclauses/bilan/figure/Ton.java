package fr.suiviclauses.bilan.figure;

import java.util.Locale;

/** What a colour means; the style sheet has one class a tone. Never alone: a word or a place says the same. */
public enum Ton {
    /** Data. */
    DONNEE,
    /** Data of second rank: the other part of a whole, another year. */
    SECOND,
    /** Data of third rank. */
    TROISIEME,
    /** What is not known. */
    INCONNU,
    /** Private buyers. */
    PRIVE,
    /** A target reached. */
    ATTEINT;

    public String classe() {
        return "ton-" + name().toLowerCase(Locale.ROOT);
    }
}
