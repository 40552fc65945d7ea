package fr.suiviclauses.demo.histoire;

import java.io.IOException;
import java.time.LocalDate;

/** Writes cells separated by {@code ;}, quoted where needed, lines ended by CRLF. */
final class Csv {

    private final Appendable out;
    private boolean lineBegun;

    Csv(Appendable out) {
        this.out = out;
    }

    Csv cell(String value) throws IOException {
        if (lineBegun) {
            out.append(';');
        }
        lineBegun = true;
        boolean special = value.indexOf(';') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0;
        out.append(special ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    Csv cells(String... values) throws IOException {
        for (String value : values) {
            cell(value);
        }
        return this;
    }

    Csv cell(LocalDate date) throws IOException {
        return cell(date.toString());
    }

    /** Hours as French spreadsheets write them: {@code 151,67}, {@code 80}. */
    Csv hours(int centiemes) throws IOException {
        int rest = centiemes % Repartition.HEURE;
        String whole = Integer.toString(centiemes / Repartition.HEURE);
        return cell(rest == 0 ? whole : whole + (rest < 10 ? ",0" : ",") + rest);
    }

    void end() throws IOException {
        out.append("\r\n");
        lineBegun = false;
    }
}
