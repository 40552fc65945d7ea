package fr.suiviclauses.securite;

/** What an account may do in its structure; one account may hold several. */
public enum Role {
    ADMINISTRATEUR("Administrateur"),
    RESPONSABLE("Responsable"),
    FACILITATEUR("Facilitateur");

    private final String libelle;

    Role(String libelle) {
        this.libelle = libelle;
    }

    /** The French label. */
    public String libelle() {
        return libelle;
    }
}
