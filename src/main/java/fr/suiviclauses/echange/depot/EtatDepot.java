package fr.suiviclauses.echange.depot;

/** How far a deposited file has come. */
enum EtatDepot {
    ANALYSE("Vérification en cours"),
    A_CONFIRMER("À confirmer"),
    REFUSE("Refusé"),
    ECRITURE("Import en cours"),
    TERMINE("Importé"),
    ECHEC("Interrompu"),
    ABANDONNE("Abandonné"),
    ANNULE("Annulé");

    private final String libelle;

    EtatDepot(String libelle) {
        this.libelle = libelle;
    }

    String libelle() {
        return libelle;
    }

    /** For its colour, which never tells alone. */
    String classe() {
        return switch (this) {
            case TERMINE -> "state-good";
            case REFUSE, ECHEC -> "state-bad";
            case ABANDONNE, ANNULE -> "state-off";
            case ANALYSE, A_CONFIRMER, ECRITURE -> "";
        };
    }

    /** Someone is at work on it: it changes by itself. */
    boolean enCours() {
        return this == ANALYSE || this == ECRITURE;
    }
}
