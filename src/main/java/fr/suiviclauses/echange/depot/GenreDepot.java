package fr.suiviclauses.echange.depot;

import fr.suiviclauses.echange.format.FormatFichier;
import fr.suiviclauses.echange.format.FormatHeures;
import fr.suiviclauses.echange.format.FormatReprise;
import fr.suiviclauses.echange.format.FormatSuivi;
import fr.suiviclauses.echange.reprise.Plan;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that structures deposit. */
public enum GenreDepot {
    REPRISE("Historique", "Marchés, bénéficiaires, contrats et heures\u00a0: une ligne par contrat, lot et mois."),
    SUIVIS("Situations de suivi", "Ce que sont devenues les personnes, 3, 6 ou 12 mois après."),
    HEURES("Heures d’un mois", "Les heures de contrats déjà enregistrés\u00a0: une ligne par contrat, lot et mois.");

    private final String libelle;
    private final String aide;

    GenreDepot(String libelle, String aide) {
        this.libelle = libelle;
        this.aide = aide;
    }

    public String libelle() {
        return libelle;
    }

    /** What such a file holds, in one line. */
    public String aide() {
        return aide;
    }

    /** Whether she deposits such files: one of hours answers with people's names, which are for facilitators. */
    boolean isFor(UtilisateurConnecte moi) {
        return this != HEURES || moi.has(Role.FACILITATEUR);
    }

    /** Why an import of this kind, once done, can't be cancelled; empty: it can. */
    String definitif() {
        return switch (this) {
            case REPRISE ->
                "Un import d’historique ne s’annule pas\u00a0: il crée et complète des marchés, des personnes et des contrats auxquels d’autres saisies s’attachent ensuite. Pour le corriger, déposez un fichier corrigé ou modifiez les fiches.";
            case SUIVIS ->
                "Un import de situations ne s’annule pas\u00a0: déposez un fichier corrigé, qui remplace les réponses.";
            case HEURES -> "";
        };
    }

    /** As in addresses and forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The steps of its import, in their order. */
    List<String> etapes() {
        return switch (this) {
            case REPRISE -> Plan.REPRISE.etapes();
            case SUIVIS -> Plan.SUIVIS.etapes();
            case HEURES -> Plan.HEURES.etapes();
        };
    }

    FormatFichier format(LocalDate aujourdhui) {
        return switch (this) {
            case REPRISE -> new FormatReprise(aujourdhui);
            case SUIVIS -> new FormatSuivi(aujourdhui);
            case HEURES -> new FormatHeures(aujourdhui);
        };
    }

    static Optional<GenreDepot> find(String code) {
        for (GenreDepot genre : values()) {
            if (genre.code().equals(code)) return Optional.of(genre);
        }
        return Optional.empty();
    }
}
