package fr.suiviclauses.demo.histoire;

/** Outcomes, with the people of the 2020 cohort who have each at 12 months (1 130 in all). */
enum Situation {
    CDI(205),
    CDD(90),
    INTERIM(158),
    INTERIM_INSERTION(102),
    CONTRAT_INSERTION(102),
    CONTRAT_AIDE(11),
    ALTERNANCE(56),
    FORMATION(11),
    DEMANDEUR_EMPLOI(362),
    SANS_SITUATION(11),
    ABANDON(11),
    NON_RENSEIGNE(11);

    final int effectif2020;

    Situation(int effectif2020) {
        this.effectif2020 = effectif2020;
    }
}
