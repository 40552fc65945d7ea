package fr.suiviclauses.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several structures declare together: shown beside the structure's own hours, never added to them. */
record AgregatDeclare(
        String libelle,
        int annee,
        int heures,
        @Nullable Integer beneficiaires,
        @Nullable Integer operations,
        @Nullable Integer etp,
        @Nullable Integer objectif) {

    private static final String ETAT = "Achats de l'État en Occitanie";
    private static final String NPNRU = "NPNRU, guichet unique";

    /** As printed: the State's purchases of 2019 and 2021, the renewal programme of 2021. */
    static List<AgregatDeclare> publies() {
        return List.of(
                new AgregatDeclare(ETAT, 2019, 103315, null, null, null, null),
                new AgregatDeclare(ETAT, 2021, 164384, 446, null, 96, null),
                new AgregatDeclare(NPNRU, 2021, 34409, 90, 16, 240, 381000));
    }
}
