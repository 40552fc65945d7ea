package fr.suiviclauses.echange.fichier;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tells what a file is by what it holds, never by its name, and opens it. */
public final class OuvreurTableur {

    private static final int DEBUT = 64 * 1024;

    private OuvreurTableur() {}

    /**
     * Opens a CSV or an XLSX.
     *
     * @param colonnesConnues in lower case: they tell a CSV's separator
     * @throws FichierRefuseException with one sentence, when it is neither or exceeds a limit
     */
    public static Tableur open(Path fichier, Set<String> colonnesConnues) throws IOException {
        if (Files.size(fichier) > Limites.OCTETS)
            throw new FichierRefuseException(
                    Motif.TROP_GRAND, "Le fichier dépasse 100\u00a0Mo\u00a0: découpez-le en plusieurs envois.");
        byte[] debut = head(fichier);
        if (debut.length == 0) throw new FichierRefuseException(Motif.ILLISIBLE, "Le fichier est vide.");
        if (SignatureFichier.zip(debut)) return new TableurXlsx(fichier);
        SignatureFichier.refuseKnownOthers(fichier, debut);
        return new TableurCsv(fichier, Encodage.of(fichier, debut), colonnesConnues);
    }

    /** Whether a file has the form of a workbook, readable or not. */
    public static boolean isWorkbook(Path fichier) throws IOException {
        return SignatureFichier.zip(head(fichier));
    }

    private static byte[] head(Path fichier) throws IOException {
        try (InputStream in = Files.newInputStream(fichier)) {
            return in.readNBytes(DEBUT);
        }
    }
}
