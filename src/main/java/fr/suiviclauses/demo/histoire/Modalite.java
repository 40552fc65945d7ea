package fr.suiviclauses.demo.histoire;

import java.util.List;

/**
 * How people are employed: the contracts of the private buyers over ten years are printed for each.
 *
 * @see #contratsPrives
 */
enum Modalite {
    EMBAUCHE_DIRECTE(209, 330, "", "CDD|CDD|CDD|CDI|CDI|PROFESSIONNALISATION|CONTRAT_AIDE"),
    ETT(242, 220, "ETT", "CTT"),
    ETTI(106, 230, "ETTI", "CTT"),
    GEIQ(50, 70, "GEIQ", "PROFESSIONNALISATION|PROFESSIONNALISATION|APPRENTISSAGE"),
    AI(18, 50, "AI", "CDD_USAGE"),
    EI(36, 60, "EI", "CDDI"),
    ACI(2, 10, "ACI", "CDDI"),
    REGIE_QUARTIER(17, 20, "REGIE_QUARTIER", "CDDI|CDDI|CDI"),
    ESAT(15, 8, "ESAT", "SOUTIEN_ESAT"),
    EA(0, 6, "EA", "CDI|CDD"),
    SOUS_TRAITANCE_EI(2, 0, "EI", "CDDI"),
    COTRAITANCE_EI(1, 0, "EI", "CDDI"),
    AUTRE(1, 3, "", "AUTRE");

    /** Contracts with private buyers since 2012, as printed: 699 in all. */
    final int contratsPrives;

    /** Frequency on the ordinary lots of public buyers. */
    final int poids;

    /** Type of the employer; empty when the company of the marché employs. */
    final String employeur;

    /** Types of contract, the usual ones several times. */
    private final String typesContrat;

    Modalite(int contratsPrives, int poids, String employeur, String typesContrat) {
        this.contratsPrives = contratsPrives;
        this.poids = poids;
        this.employeur = employeur;
        this.typesContrat = typesContrat;
    }

    List<String> typesContrat() {
        return List.of(typesContrat.split("\\|", -1));
    }

    /** Whether the person is followed by a structure of inclusion through economic activity. */
    boolean iae() {
        return switch (this) {
            case ETTI, AI, EI, ACI, REGIE_QUARTIER, SOUS_TRAITANCE_EI, COTRAITANCE_EI -> true;
            default -> false;
        };
    }

    boolean handicap() {
        return this == ESAT || this == EA;
    }
}
