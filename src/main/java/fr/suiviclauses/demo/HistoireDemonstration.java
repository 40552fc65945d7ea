package fr.suiviclauses.demo;

import fr.suiviclauses.demo.histoire.Histoire;
import java.io.IOException;
import java.util.List;

/**
 * Ten years (2012–2021) of an invented structure, from which the application computes every figure of the 2021 report:
 * the hours as a reprise file, the outcomes as a follow-up file, the aggregates that other structures declare. The same
 * bytes each time.
 */
final class HistoireDemonstration {

    private final Histoire histoire;

    private HistoireDemonstration(Histoire histoire) {
        this.histoire = histoire;
    }

    static HistoireDemonstration generate() {
        return new HistoireDemonstration(Histoire.build());
    }

    /** The reprise file: some 80 000 rows, written as they come. */
    void writeReprise(Appendable out) throws IOException {
        histoire.writeReprise(out);
    }

    /** The follow-up file. */
    void writeSuivis(Appendable out) throws IOException {
        histoire.writeSuivis(out);
    }

    static List<AgregatDeclare> agregatsDeclares() {
        return AgregatDeclare.publies();
    }
}
