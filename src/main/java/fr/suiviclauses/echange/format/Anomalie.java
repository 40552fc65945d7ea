package fr.suiviclauses.echange.format;

import org.jspecify.annotations.Nullable;

/**
 * Something to look at in a file: an error that refuses it, or a warning that lets it in.
 *
 * @param ligne the physical line where the record starts, the header being the first; null: the whole file
 * @param colonne the column's name; null: the whole line or the whole file
 * @param valeur the value seen, empty when there is none, masked when it would show a social security number
 * @param message a French sentence
 */
public record Anomalie(@Nullable Integer ligne, @Nullable String colonne, String valeur, String message) {}
