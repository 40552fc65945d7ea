package fr.suiviclauses.commun.grille;

import fr.suiviclauses.commun.RequeteInvalideException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers with a file to keep. */
public final class Telechargement {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Telechargement() {}

    /**
     * Sends tables: some hundred kilobytes at most, held whole, so that a failure is still an error page and not half a file.
     *
     * @param format csv or xlsx
     */
    public static void send(Document document, String format, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream fichier = new ByteArrayOutputStream();
        if (format.equals("csv")) {
            CsvWriter.write(document, fichier);
        } else {
            XlsxWriter.write(document, fichier);
        }
        headers(response, document.nom() + "." + format, fichier.size());
        fichier.writeTo(response.getOutputStream());
    }

    /**
     * The format that an address asks for.
     *
     * @throws RequeteInvalideException where it is neither csv nor xlsx
     */
    public static String format(@Nullable String demande) {
        if (demande != null && (demande.equals("csv") || demande.equals("xlsx"))) return demande;
        throw new RequeteInvalideException("« format » ne connaît que csv et xlsx.");
    }

    /** Announces a file; its type is that of its name, which may have accents; signs that would end a header are left out. */
    public static void headers(HttpServletResponse response, String donne, long octets) {
        String nom = donne.replaceAll("\\p{Cntrl}", "");
        response.setContentType(nom.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : XLSX);
        ContentDisposition.Builder attache = ContentDisposition.attachment();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (nom.chars().allMatch(c -> c < 128)
                                ? attache.filename(nom)
                                : attache.filename(nom, StandardCharsets.UTF_8))
                        .build()
                        .toString());
        response.setContentLengthLong(octets);
    }
}
