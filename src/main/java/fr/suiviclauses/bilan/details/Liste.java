package fr.suiviclauses.bilan.details;

import static fr.suiviclauses.bilan.details.Precision.FAMILLE;
import static fr.suiviclauses.bilan.details.Precision.MODALITE;
import static fr.suiviclauses.bilan.details.Precision.RESERVES;

import fr.suiviclauses.bilan.comptage.Comptage;
import fr.suiviclauses.commun.NombreAffiche;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The lists of records that figures lead to; each is the SQL file of its code, which names its columns. */
public enum Liste {
    HEURES(
            "heures",
            "Relevés d’heures",
            "relevé",
            "relevés",
            FAMILLE,
            MODALITE,
            RESERVES,
            Precision.CHARTE,
            Precision.DIX_PREMIERS,
            Precision.COMPTEES,
            Precision.MARCHE,
            Precision.CONTRAT,
            Precision.PERSONNE),
    BENEFICIAIRES(
            "beneficiaires",
            "Bénéficiaires",
            "personne",
            "personnes",
            FAMILLE,
            MODALITE,
            RESERVES,
            Precision.CRITERE,
            Precision.JEUNES,
            Precision.DIPLOME,
            Precision.NIVEAU,
            Precision.SEXE,
            Precision.QPV,
            Precision.METROPOLE,
            Precision.AGE,
            Precision.PRESCRIPTEUR),
    MARCHES("marches", "Marchés suivis", "marché", "marchés", FAMILLE, MODALITE, RESERVES, Precision.AVEC_HEURES),
    DONNEURS_ORDRES(
            "donneurs-ordres",
            "Donneurs d’ordres suivis",
            "donneur d’ordres",
            "donneurs d’ordres",
            Precision.AVEC_HEURES,
            Precision.CHARTE,
            Precision.DIX_PREMIERS),
    ENTREPRISES("entreprises", "Entreprises accompagnées", "entreprise", "entreprises"),
    CONTRATS("contrats", "Contrats", "contrat", "contrats", FAMILLE, MODALITE, RESERVES, Precision.PERSONNE),
    /** The cohort of the year before. */
    PARCOURS(
            "parcours",
            "Personnes suivies à douze mois",
            "personne",
            "personnes",
            Precision.SITUATION,
            Precision.ISSUE);

    private final String code;
    private final String titre;
    private final String unite;
    private final String unites;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Set<Precision> precisions;

    Liste(String code, String titre, String unite, String unites, Precision... precisions) {
        this.code = code;
        this.titre = titre;
        this.unite = unite;
        this.unites = unites;
        this.precisions = EnumSet.noneOf(Precision.class);
        this.precisions.addAll(Arrays.asList(precisions));
    }

    static Optional<Liste> find(String code) {
        return Arrays.stream(values()).filter(liste -> liste.code.equals(code)).findFirst();
    }

    /** Its name in addresses. */
    public String code() {
        return code;
    }

    public String titre() {
        return titre;
    }

    /** "1 marché", "30 marchés". */
    String count(long nombre) {
        return NombreAffiche.of(nombre) + NombreAffiche.INSECABLE + (nombre > 1 ? unites : unite);
    }

    boolean accepts(Precision precision) {
        return precisions.contains(precision);
    }

    String sql() {
        return Comptage.read(Liste.class, code + ".sql");
    }
}
