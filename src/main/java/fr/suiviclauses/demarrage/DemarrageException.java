package fr.suiviclauses.demarrage;

import org.jspecify.annotations.Nullable;

/** A start that a person can mend: the message is the one French sentence that tells her how. */
class DemarrageException extends RuntimeException {

    DemarrageException(String phrase) {
        this(phrase, null);
    }

    DemarrageException(String phrase, @Nullable Throwable cause) {
        super(phrase, cause);
    }

    /** The sentence to show. */
    String phrase() {
        return String.valueOf(getMessage());
    }
}
