package fr.suiviclauses.commun;

/** A value that a person typed and that can't be read: its message is the French sentence to show her. */
public class SaisieRefuseeException extends RuntimeException {

    /** Without a stack trace: a bad file throws thousands, and where it was thrown says nothing. */
    public SaisieRefuseeException(String message) {
        super(message, null, false, false);
    }

    /** The French sentence; never null, unlike that of any exception. */
    public String phrase() {
        return String.valueOf(getMessage());
    }
}
