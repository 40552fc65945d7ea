package fr.suiviclauses.demo.histoire;

/** Diplomas from the highest, with the people of 2021 whose percentages print as in the report. */
enum Diplome {
    ETRANGER(28, 25),
    MASTER2(38, 20),
    LICENCE(39, 25),
    BAC2(84, 55),
    BAC(212, 140),
    CAP_BEP(746, 515),
    DNB(258, 190),
    SAVOIRS_BASE(29, 30);

    final int effectif2021;

    /** Frequency among the other entries. */
    final int poids;

    Diplome(int effectif2021, int poids) {
        this.effectif2021 = effectif2021;
        this.poids = poids;
    }

    /** Nobody holds a degree before 23. */
    boolean open(int age) {
        return age >= 23 || compareTo(BAC) >= 0;
    }
}
