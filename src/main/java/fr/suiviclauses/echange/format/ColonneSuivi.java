package fr.suiviclauses.echange.format;

import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Situation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The columns of the follow-up file. */
public enum ColonneSuivi implements Colonne {
    BENEFICIAIRE_REF("text"),
    COHORTE("smallint"),
    JALON("smallint"),
    SITUATION("text"),
    DATE("date");

    /** The first year whose hours a structure may have. */
    private static final int PREMIERE_COHORTE = 1990;

    private final String typeSql;

    ColonneSuivi(String typeSql) {
        this.typeSql = typeSql;
    }

    @Override
    public String nom() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String typeSql() {
        return typeSql;
    }

    @Override
    public Presence presence() {
        return this == DATE ? Presence.FACULTATIVE : Presence.TOUJOURS;
    }

    @Override
    public boolean reference() {
        return false;
    }

    @Override
    public List<? extends Libelle> codes() {
        return this == SITUATION ? List.of(Situation.values()) : List.of();
    }

    /** How its cells are read; nothing is later than the structure's day. */
    Lecture lecture(LocalDate aujourdhui) {
        return switch (this) {
            case BENEFICIAIRE_REF -> Lecture.texte(100);
            case COHORTE -> Lecture.entier(PREMIERE_COHORTE, aujourdhui.getYear());
            case JALON -> Codes.of(List.of("3", "6", "12"));
            case SITUATION -> Codes.one(codes());
            case DATE -> Lecture.datePassee(aujourdhui);
        };
    }
}
