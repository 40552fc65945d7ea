package fr.suiviclauses.demo.histoire;

/** Sets of lots whose people are counted apart in the report, and the shape of the contracts on them. */
enum Perimetre {
    AUTRE(2, 10, 1000),
    RESERVE(2, 8, 900),
    PRIVE(7, 16, 1250),
    /** 121 people for 16 005 h in 2021: short contracts. */
    REGION(1, 2, 850),
    /** 27 people for 16 644 h: long ones. */
    TELEO(4, 10, 1000);

    /** Shortest and longest planned contract, in months. */
    final int dureeMin;

    final int dureeMax;

    /** Monthly hours, per mille of the usual. */
    final int rythme;

    Perimetre(int dureeMin, int dureeMax, int rythme) {
        this.dureeMin = dureeMin;
        this.dureeMax = dureeMax;
        this.rythme = rythme;
    }
}
