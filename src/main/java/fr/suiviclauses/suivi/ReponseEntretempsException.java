package fr.suiviclauses.suivi;

/** Somebody else gave another answer while the page was open (409). */
class ReponseEntretempsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param phrase what was answered, by whom and when */
    ReponseEntretempsException(String phrase) {
        super(phrase);
    }
}
