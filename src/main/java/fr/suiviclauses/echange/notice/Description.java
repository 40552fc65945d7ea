package fr.suiviclauses.echange.notice;

/**
 * What a column holds.
 *
 * @param contenu one or two French sentences
 * @param exemple a value as it would be typed; empty: none helps
 */
record Description(String contenu, String exemple) {

    static Description of(String contenu, String exemple) {
        return new Description(contenu, exemple);
    }
}
