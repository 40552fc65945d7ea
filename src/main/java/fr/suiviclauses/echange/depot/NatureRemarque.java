package fr.suiviclauses.echange.depot;

import java.util.Locale;
import java.util.Optional;

/** What a report's lists hold. */
enum NatureRemarque {
    ERREUR("Erreurs"),
    AVERTISSEMENT("Avertissements"),
    CHANGEMENT("Changements");

    private final String libelle;

    NatureRemarque(String libelle) {
        this.libelle = libelle;
    }

    String libelle() {
        return libelle;
    }

    /** As in addresses: {@code erreurs}. */
    String code() {
        return libelle.toLowerCase(Locale.ROOT);
    }

    static Optional<NatureRemarque> find(String code) {
        for (NatureRemarque nature : values()) {
            if (nature.code().equals(code)) return Optional.of(nature);
        }
        return Optional.empty();
    }
}
