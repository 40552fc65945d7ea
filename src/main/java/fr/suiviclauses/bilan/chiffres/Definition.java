package fr.suiviclauses.bilan.chiffres;

/** What a figure or a table means, in the words of pages, exports and the API's description: written once. */
public interface Definition {

    /** Stable, in lower case: the key in the API and in addresses. */
    String code();

    /** Its short French name. */
    String libelle();

    /** One or two French sentences: what is counted, over what, and how it is rounded. */
    String definition();
}
