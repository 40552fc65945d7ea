package fr.suiviclauses.demo.histoire;

/** The ten statuses at entry, with the people of 2021 who have each (2 255 for 1 434 people). */
enum Critere {
    SUIVI_IAE(562),
    DELD(436),
    JEUNE_SANS_QUALIFICATION(279),
    JEUNE_SANS_EXPERIENCE(212),
    QPV_EN_DIFFICULTE(264),
    SENIOR_50(201),
    RSA_MINIMA_SOCIAUX(179),
    TH(84),
    AUTRE(25),
    FEMME_REPRISE(13);

    final int effectif2021;

    Critere(int effectif2021) {
        this.effectif2021 = effectif2021;
    }
}
