package fr.suiviclauses.demo.histoire;

/**
 * What the 2021 report prints and the demonstration must give back, with the curve chosen for the years it does not
 * print (see the report's README). The buyers' rows and the families' shares stand in {@code /demo/*.csv}.
 */
final class ChiffresPublies {

    /** Counted hours, 2012 to 2021; printed: 2012, 2021 and 5.7 million in all. */
    static final int[] HEURES = {194636, 330000, 480000, 580000, 640000, 690000, 760000, 643900, 620000, 763203};

    /** People with counted hours; printed: 2012, 2020, 2021. */
    static final int[] BENEFICIAIRES = {384, 628, 886, 1052, 1148, 1235, 1352, 1166, 1130, 1434};

    /** Followed marchés; printed: 2012 and 2021. */
    static final int[] MARCHES = {322, 371, 428, 486, 541, 598, 655, 694, 737, 791};

    /** Companies with a role on a followed lot; printed: 2012 and 2021. */
    static final int[] ENTREPRISES = {178, 214, 255, 297, 338, 381, 424, 457, 486, 530};

    /** Private hours; printed: 112 997 in 2021 and 304 292 over the ten years. */
    static final int[] HEURES_PRIVEES = {2400, 4100, 7200, 11300, 15800, 22400, 34600, 41200, 52295, 112997};

    /** Share of the reserved hours, per mille; printed: 21 % in 2019 and 148 741 h in 2021. */
    static final int[] PART_RESERVEE = {120, 130, 140, 155, 170, 180, 195, 210, 200};

    static final int HEURES_RESERVEES_2021 = 148741;
    static final int BENEFICIAIRES_RESERVES_2021 = 417;

    /** "Les dix premiers font 81 % des heures" in 2020, per mille. */
    static final int PART_TOP10_2020 = 810;

    static final int BENEFICIAIRES_REGION_2021 = 121;
    static final int BENEFICIAIRES_PRIVES_DIX_ANS = 616;
    static final int BENEFICIAIRES_TELEO = 27;

    private ChiffresPublies() {}
}
