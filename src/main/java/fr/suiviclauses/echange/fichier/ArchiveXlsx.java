package fr.suiviclauses.echange.fichier;

import static fr.suiviclauses.echange.fichier.SignatureFichier.ENREGISTREZ;
import static fr.suiviclauses.echange.fichier.SignatureFichier.type;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The ZIP that a workbook is, read within one budget of inflated bytes for all its parts. */
final class ArchiveXlsx implements Closeable {

    private static final String ENDOMMAGE =
            "Ce classeur est endommagé\u00a0: ouvrez-le dans votre tableur et réenregistrez-le.";

    private final ZipFile zip;
    private long restant = Limites.OCTETS_DEPLIES;

    /** Opens a workbook; what it may not be or hold is refused at once, from the archive's table alone. */
    ArchiveXlsx(Path fichier) throws IOException {
        if (!TableZip.reasonable(fichier)) throw damaged();
        this.zip = open(fichier);
        boolean accepte = false;
        try {
            refuseOtherKinds();
            refuseDeclaredSize();
            accepte = true;
        } finally {
            if (!accepte) zip.close();
        }
    }

    static FichierRefuseException damaged() {
        return new FichierRefuseException(Motif.ILLISIBLE, ENDOMMAGE);
    }

    private static ZipFile open(Path fichier) throws IOException {
        try {
            return new ZipFile(fichier.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException malforme) {
            if (String.valueOf(malforme.getMessage()).contains("encrypted"))
                throw type(
                        "Cette archive est protégée par un mot de passe\u00a0: retirez la protection, puis renvoyez-la.");
            throw damaged();
        }
    }

    private void refuseOtherKinds() throws IOException {
        for (ZipEntry partie : parts()) {
            String nom = partie.getName().toLowerCase(Locale.ROOT);
            if (nom.endsWith("vbaproject.bin") || nom.startsWith("xl/macrosheets/"))
                throw type("Ce classeur contient des macros\u00a0: enregistrez-le au format XLSX sans macro.");
            if (nom.equals("xl/workbook.bin"))
                throw type("Ce fichier est un classeur binaire (.xlsb), pas un XLSX" + ENREGISTREZ);
            if (nom.startsWith("word/") || nom.startsWith("ppt/"))
                throw type("Ce fichier est un document ou une présentation, pas un tableau" + ENREGISTREZ);
        }
        if (has("mimetype") && head("mimetype", 60).contains("opendocument"))
            throw type("Ce fichier est au format OpenDocument (.ods)" + ENREGISTREZ);
        if (!has("[Content_Types].xml")) throw type("Ce fichier est une archive, pas un tableau" + ENREGISTREZ);
        if (head("[Content_Types].xml", 1 << 16).contains("macroEnabled"))
            throw type("Ce classeur contient des macros\u00a0: enregistrez-le au format XLSX sans macro.");
    }

    private void refuseDeclaredSize() {
        long declare = 0;
        for (ZipEntry partie : parts()) declare += Math.max(0, partie.getSize());
        if (declare > Limites.OCTETS_DEPLIES) throw tooLarge();
    }

    private static FichierRefuseException tooLarge() {
        return new FichierRefuseException(
                Motif.TROP_GRAND,
                "Ce classeur dépasse 1\u00a0Go une fois déplié\u00a0: découpez-le en plusieurs envois.");
    }

    boolean has(String nom) {
        return zip.getEntry(nom) != null;
    }

    /** A part, inflated as it is read. */
    InputStream part(String nom) throws IOException {
        ZipEntry partie = zip.getEntry(nom);
        if (partie == null) throw new FileNotFoundException(nom);
        return new Compte(zip.getInputStream(partie));
    }

    /** Inflates the parts that nobody else will read: an archive may lie about sizes, its contents can't. */
    void drainOthers(Set<String> lues) throws IOException {
        byte[] tampon = new byte[1 << 16];
        for (ZipEntry partie : parts()) {
            if (lues.contains(partie.getName()) || partie.isDirectory()) continue;
            try (InputStream in = part(partie.getName())) {
                while (in.read(tampon) >= 0) {
                    // counted as it goes
                }
            } catch (ZipException malforme) {
                throw damaged();
            }
        }
    }

    private String head(String nom, int octets) throws IOException {
        try (InputStream in = part(nom)) {
            return new String(in.readNBytes(octets), StandardCharsets.UTF_8);
        }
    }

    private List<? extends ZipEntry> parts() {
        return Collections.list(zip.entries());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Takes what is read out of the archive's budget. */
    private final class Compte extends FilterInputStream {

        Compte(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) spend(1);
            return octet;
        }

        @Override
        public int read(byte[] octets, int debut, int longueur) throws IOException {
            int lus = super.read(octets, debut, longueur);
            if (lus > 0) spend(lus);
            return lus;
        }

        private void spend(int octets) {
            restant -= octets;
            if (restant < 0) throw tooLarge();
        }
    }
}
