package fr.suiviclauses.echange.format;

import java.time.LocalDate;
import java.util.List;

/** The file of hours: one line = one month of a contract that is there already, on one of its lots. */
public final class FormatHeures implements FormatFichier {

    private final LocalDate aujourdhui;

    /** As read on a day: months are not later. */
    public FormatHeures(LocalDate aujourdhui) {
        this.aujourdhui = aujourdhui;
    }

    @Override
    public String libelle() {
        return "d’heures";
    }

    @Override
    public List<ColonneHeures> colonnes() {
        return List.of(ColonneHeures.values());
    }

    @Override
    public Lecture lecture(Colonne colonne) {
        return ((ColonneHeures) colonne).lecture(aujourdhui);
    }

    @Override
    public boolean deLaPersonne(Colonne colonne) {
        return true;
    }

    @Override
    public void check(LigneTypee ligne, Signalement signalement) {
        // each cell stands alone
    }
}
