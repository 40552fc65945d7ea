package fr.suiviclauses.echange.depot;

import fr.suiviclauses.echange.format.FormatFichier;
import fr.suiviclauses.echange.format.FormatReprise;
import fr.suiviclauses.echange.format.FormatSuivi;
import fr.suiviclauses.echange.reprise.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that structures deposit. */
public enum GenreDepot {
    REPRISE("Historique", "Marchés, bénéficiaires, contrats et heures\u00a0: une ligne par contrat, lot et mois."),
    SUIVIS("Situations de suivi", "Ce que sont devenues les personnes, 3, 6 ou 12 mois après.");

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

    /** As in addresses and forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The steps of its import, in their order. */
    List<String> etapes() {
        return switch (this) {
            case REPRISE -> Plan.REPRISE.etapes();
            case SUIVIS -> Plan.SUIVIS.etapes();
        };
    }

    FormatFichier format(LocalDate aujourdhui) {
        return switch (this) {
            case REPRISE -> new FormatReprise(aujourdhui);
            case SUIVIS -> new FormatSuivi(aujourdhui);
        };
    }

    static Optional<GenreDepot> find(String code) {
        for (GenreDepot genre : values()) {
            if (genre.code().equals(code)) return Optional.of(genre);
        }
        return Optional.empty();
    }
}
