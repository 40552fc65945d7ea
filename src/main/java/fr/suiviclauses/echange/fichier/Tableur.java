package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A spreadsheet's rows, one after the other. */
public interface Tableur {

    /**
     * Reads every row that is not blank, the header being the first.
     *
     * @throws FichierRefuseException when the file can't be read any further
     */
    void read(Lecteur lecteur) throws IOException;

    /** What separates the cells of a CSV; empty: a workbook. */
    Optional<Character> separateur();

    /** Receives the rows. */
    @FunctionalInterface
    interface Lecteur {

        /**
         * Receives one row.
         *
         * @param numero physical line where the record starts, from 1; in a workbook, the row's number
         * @param cellules up to the last that is not blank, at least; valid during the call
         */
        void row(int numero, List<Cellule> cellules);
    }
}
