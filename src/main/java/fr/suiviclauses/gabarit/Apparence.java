package fr.suiviclauses.gabarit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark: the reader's choice, else her device's. */
public enum Apparence {
    AUTO("Automatique"),
    CLAIRE("Claire"),
    SOMBRE("Sombre");

    private final String libelle;

    Apparence(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }

    /** As in the cookie, the form and the page's {@code data-apparence}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A cookie comes from outside: what it can't say is the device's choice. */
    static Apparence of(@Nullable String code) {
        for (Apparence apparence : values()) {
            if (apparence.code().equals(code)) {
                return apparence;
            }
        }
        return AUTO;
    }
}
