package fr.suiviclauses.echange.fichier;

import static fr.suiviclauses.echange.fichier.Encodage.startsWith;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of files that people send by mistake, each refused with the sentence that helps. */
final class SignatureFichier {

    static final String ENREGISTREZ = "\u00a0: dans votre tableur, enregistrez-le au format XLSX ou CSV.";

    private SignatureFichier() {}

    /** Refuses what is known not to be a CSV; a ZIP is another matter. */
    static void refuseKnownOthers(Path fichier, byte[] debut) throws IOException {
        if (startsWith(debut, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) throw ole(fichier);
        if (startsWith(debut, '%', 'P', 'D', 'F')) throw type("Ce fichier est un PDF, pas un tableau" + ENREGISTREZ);
        if (startsWith(debut, '{', '\\', 'r', 't', 'f'))
            throw type("Ce fichier est un texte mis en forme (RTF), pas un tableau" + ENREGISTREZ);
        if (markup(debut)) throw type("Ce fichier est une page web ou un document XML, pas un tableau" + ENREGISTREZ);
        if (binary(debut)) throw type("Ce fichier n’est pas un tableau lisible" + ENREGISTREZ);
    }

    static boolean zip(byte[] debut) {
        return startsWith(debut, 'P', 'K', 3, 4) || startsWith(debut, 'P', 'K', 5, 6);
    }

    static FichierRefuseException type(String phrase) {
        return new FichierRefuseException(Motif.TYPE, phrase);
    }

    /** Excel keeps in one same container its old workbooks and the new ones under a password. */
    private static FichierRefuseException ole(Path fichier) throws IOException {
        if (holds(fichier, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)))
            return type("Ce classeur est protégé par un mot de passe\u00a0: retirez la protection, puis renvoyez-le.");
        return type("Ce fichier est au format d’un ancien Excel (.xls)" + ENREGISTREZ);
    }

    private static boolean markup(byte[] debut) {
        String texte = new String(debut, 0, Math.min(debut.length, 200), StandardCharsets.ISO_8859_1)
                .replaceFirst("^ï»¿", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return texte.startsWith("<?xml") || texte.startsWith("<!doctype") || texte.startsWith("<html");
    }

    /** Text has next to no control characters; UTF-16 is text only with its mark. */
    private static boolean binary(byte[] debut) {
        if (startsWith(debut, 0xFF, 0xFE) || startsWith(debut, 0xFE, 0xFF)) return false;
        int controles = 0;
        for (byte octet : debut) {
            if (octet >= 0 && octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r') controles++;
        }
        return controles * 20 > debut.length;
    }

    private static boolean holds(Path fichier, byte[] cherche) throws IOException {
        try (InputStream in = Files.newInputStream(fichier)) {
            byte[] bloc = new byte[1 << 16];
            int gardes = 0;
            int lus;
            while ((lus = in.read(bloc, gardes, bloc.length - gardes)) > 0) {
                int total = gardes + lus;
                if (indexOf(bloc, total, cherche) >= 0) return true;
                gardes = Math.min(cherche.length - 1, total);
                System.arraycopy(bloc, total - gardes, bloc, 0, gardes);
            }
        }
        return false;
    }

    private static int indexOf(byte[] bloc, int longueur, byte[] cherche) {
        search:
        for (int i = 0; i <= longueur - cherche.length; i++) {
            for (int j = 0; j < cherche.length; j++) {
                if (bloc[i + j] != cherche[j]) continue search;
            }
            return i;
        }
        return -1;
    }
}
