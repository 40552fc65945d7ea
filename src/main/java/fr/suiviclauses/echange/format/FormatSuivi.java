package fr.suiviclauses.echange.format;

import java.time.LocalDate;
import java.util.List;

/** The follow-up file: one line = what became of one person, so many months after the hours of one year. */
public final class FormatSuivi implements FormatFichier {

    private final LocalDate aujourdhui;

    /** As read on a day: nothing is later. */
    public FormatSuivi(LocalDate aujourdhui) {
        this.aujourdhui = aujourdhui;
    }

    @Override
    public String libelle() {
        return "de suivi";
    }

    @Override
    public List<ColonneSuivi> colonnes() {
        return List.of(ColonneSuivi.values());
    }

    @Override
    public Lecture lecture(Colonne colonne) {
        return ((ColonneSuivi) colonne).lecture(aujourdhui);
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
