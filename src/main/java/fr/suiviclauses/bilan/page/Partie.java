package fr.suiviclauses.bilan.page;

/** The parts of a bilan, in the order of its tabs. */
enum Partie {
    CHIFFRES_CLES("Chiffres clés", ""),
    DONNEURS_ORDRES("Donneurs d’ordres", "/donneurs-ordres"),
    FAMILLES("Familles d’achats", "/familles"),
    BENEFICIAIRES("Bénéficiaires", "/beneficiaires"),
    PARCOURS("Parcours", "/parcours"),
    PERIMETRES("Périmètres", "/perimetres"),
    EVOLUTION("Évolution", "/bilan/evolution");

    private final String libelle;
    private final String chemin;

    Partie(String libelle, String chemin) {
        this.libelle = libelle;
        this.chemin = chemin;
    }

    String libelle() {
        return libelle;
    }

    /** Whether it compares years: the others are a third faster without. */
    boolean avecTrajectoire() {
        return this == CHIFFRES_CLES || this == FAMILLES || this == EVOLUTION;
    }

    String chemin() {
        return chemin;
    }
}
