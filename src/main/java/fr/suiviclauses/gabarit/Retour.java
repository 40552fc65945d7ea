package fr.suiviclauses.gabarit;

import java.util.regex.Pattern;

/** Where to go back to: an address of this application, never one that a link made elsewhere could name. */
final class Retour {

    /** One slash, then neither a second nor a backslash, which browsers read as one: both would leave the site. */
    private static final Pattern LOCALE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\{}]]*");

    private Retour() {}

    static String local(String adresse) {
        return LOCALE.matcher(adresse).matches() ? adresse : "/";
    }
}
