package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.referentiel.Libelle;
import java.time.LocalDate;

/** Which map of priority districts an address was looked up on: that of 2015 until the end of 2023, that of 2024 since. */
enum GenerationQpv implements Libelle {
    G2015("Carte de 2015 (jusqu’au 31/12/2023)", 2015),
    G2024("Carte de 2024 (depuis le 01/01/2024)", 2024);

    private static final LocalDate CARTE_DE_2024 = LocalDate.of(2024, 1, 1);

    private final String libelle;
    private final int annee;

    GenerationQpv(String libelle, int annee) {
        this.libelle = libelle;
        this.annee = annee;
    }

    /** The map in force on a day. */
    static GenerationQpv on(LocalDate jour) {
        return jour.isBefore(CARTE_DE_2024) ? G2015 : G2024;
    }

    int annee() {
        return annee;
    }

    @Override
    public String libelle() {
        return libelle;
    }
}
