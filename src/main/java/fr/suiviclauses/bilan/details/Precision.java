package fr.suiviclauses.bilan.details;

import fr.suiviclauses.bilan.chiffres.LigneCharte;
import fr.suiviclauses.bilan.chiffres.Metropole;
import fr.suiviclauses.bilan.chiffres.TrancheAge;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.Situation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What, beside the filters, says which figure a list stands behind: a parameter of its address. A line without a value
 * ("non renseigné") is {@link #NON_RENSEIGNE}.
 */
public enum Precision {
    /** Lots of this fine purchase family, by its name. */
    FAMILLE("famille", "Famille"),
    MODALITE("modalite", "Modalité", Modalite.values()),
    /** Lots with a clause RESERVE_* or SERVICE_INSERTION. */
    RESERVES("reserves", "Marchés réservés et d’insertion", Map.of("OUI", "oui")),
    /** Buyers whose charter is in force on 31 December of the bilan's year. */
    CHARTE("charte", "Signataires", Map.of("SBA", charte("SBA"), "TRAVAIL_EN_JOURNEE", charte("TRAVAIL_EN_JOURNEE"))),
    /** The ten buyers with most hours. */
    DIX_PREMIERS("dixPremiers", "Dix premiers donneurs d’ordres", Map.of("OUI", "oui")),
    /** Followed marchés or buyers that have counted hours in the period. */
    AVEC_HEURES("avecHeures", "Avec des heures", Map.of("OUI", "oui")),
    CRITERE("critere", "Statut à l’entrée", Critere.values()),
    /** At least one of the two criteria of the young. */
    JEUNES("jeunes", "Jeunes de moins de 26 ans", Map.of("OUI", "oui")),
    DIPLOME("diplome", "Diplôme", withUnknown(Diplome.values())),
    NIVEAU("niveau", "Niveau", Map.of("INFRA_CAP", "CAP, BEP ou inférieur", "SANS_DIPLOME", "sans diplôme")),
    SEXE("sexe", "Sexe", Sexe.values()),
    QPV("qpv", "Domicile", Qpv.values()),
    METROPOLE("metropole", "Domicile", withUnknown(Metropole.values())),
    AGE("age", "Âge à l’entrée", withUnknown(TrancheAge.values())),
    PRESCRIPTEUR("prescripteur", "Prescripteur"),
    SITUATION("situation", "Situation à douze mois", Situation.values()),
    ISSUE(
            "issue",
            "À douze mois",
            Map.of("EMPLOI", "en emploi ou en formation", "SANS_EMPLOI", "sans emploi ou inactives")),
    /** Hours that do not count, each with its reason. */
    COMPTEES("comptees", "Comptées", Map.of("NON", "non")),
    /** One marché, contract or person, by its id. */
    MARCHE("marche", "Marché"),
    CONTRAT("contrat", "Contrat"),
    PERSONNE("personne", "Personne");

    public static final String NON_RENSEIGNE = "NON_RENSEIGNE";

    private final String parametre;
    private final String libelle;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable maps of strings
    private final Map<String, String> valeurs;

    Precision(String parametre, String libelle) {
        this(parametre, libelle, Map.of());
    }

    Precision(String parametre, String libelle, Libelle... codes) {
        this(parametre, libelle, labels(codes));
    }

    Precision(String parametre, String libelle, Map<String, String> valeurs) {
        this.parametre = parametre;
        this.libelle = libelle;
        this.valeurs = valeurs;
    }

    /** Its name in addresses. */
    public String parametre() {
        return parametre;
    }

    /** "Diplôme : CAP, BEP"; a thing that is or is not says only its name. */
    String phrase(String valeur) {
        String lue = valeurs.getOrDefault(valeur, NON_RENSEIGNE.equals(valeur) ? "non renseigné" : valeur);
        return switch (lue) {
            case "oui" -> libelle;
            case "non" -> libelle + "\u00a0: non";
            default -> this == MARCHE || this == CONTRAT || this == PERSONNE ? libelle : libelle + "\u00a0: " + lue;
        };
    }

    boolean knows(String valeur) {
        return switch (this) {
            case MARCHE, CONTRAT, PERSONNE -> valeur.matches("[0-9]{1,18}");
            case FAMILLE, PRESCRIPTEUR -> true;
            default -> valeurs.containsKey(valeur);
        };
    }

    private static String charte(String code) {
        return LigneCharte.libelle(code);
    }

    private static Map<String, String> labels(Libelle... codes) {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(codes).forEach(code -> labels.put(code.name(), code.libelle()));
        return labels;
    }

    private static Map<String, String> withUnknown(Libelle... codes) {
        Map<String, String> labels = labels(codes);
        labels.put(NON_RENSEIGNE, "non renseigné");
        return labels;
    }
}
