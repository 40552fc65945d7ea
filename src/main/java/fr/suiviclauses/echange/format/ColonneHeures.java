package fr.suiviclauses.echange.format;

import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.StatutHeures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The columns of the file of hours, in the order of its template. */
public enum ColonneHeures implements Colonne {
    CONTRAT,
    BENEFICIAIRE,
    NOM,
    PRENOM,
    ENTREPRISE,
    DONNEUR_ORDRE,
    MARCHE,
    LOT,
    MOIS,
    HEURES,
    STATUT,
    MOTIF,
    JUSTIFICATION;

    /** As long as the forms' free texts. */
    private static final int LONGUEUR_D_UN_MOTIF = 2_000;

    @Override
    public String nom() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String typeSql() {
        return switch (this) {
            case MOIS -> "date";
            case HEURES -> "numeric(5, 2)";
            default -> "text";
        };
    }

    @Override
    public Presence presence() {
        return this == CONTRAT || this == MOIS ? Presence.TOUJOURS : Presence.FACULTATIVE;
    }

    @Override
    public boolean reference() {
        return this == CONTRAT || this == MARCHE || this == LOT;
    }

    @Override
    public List<? extends Libelle> codes() {
        return this == STATUT ? List.of(StatutHeures.values()) : List.of();
    }

    /** How its cells are read; months are not in the future of the structure's day. */
    Lecture lecture(LocalDate aujourdhui) {
        return switch (this) {
            case CONTRAT, BENEFICIAIRE, MARCHE, LOT -> Lecture.inerte(Lecture.texte(100));
            case NOM, PRENOM -> Lecture.inerte(Lecture.texte(150));
            case ENTREPRISE, DONNEUR_ORDRE -> Lecture.inerte(Lecture.texte(300));
            case MOIS -> Lecture.mois(aujourdhui);
            case HEURES ->
                Lecture.heures(
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(744),
                        "Des heures dans un mois vont de 0 (aucune, c’est confirmé) à 744.");
            case STATUT -> Codes.one(codes());
            case MOTIF, JUSTIFICATION -> Lecture.inerte(Lecture.texteLibre(LONGUEUR_D_UN_MOTIF));
        };
    }
}
