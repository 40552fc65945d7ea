package fr.suiviclauses.referentiel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Role of a company on a lot. */
public enum RoleParticipation implements Libelle {
    TITULAIRE("Titulaire"),
    COTRAITANT("Cotraitant"),
    SOUS_TRAITANT("Sous-traitant");

    private final String libelle;

    RoleParticipation(String libelle) {
        this.libelle = libelle;
    }

    @Override
    public String libelle() {
        return libelle;
    }

    /** As in addresses: "sous-traitant". */
    public String adresse() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RoleParticipation> ofAdresse(String adresse) {
        return Arrays.stream(values())
                .filter(role -> role.adresse().equals(adresse))
                .findFirst();
    }
}
