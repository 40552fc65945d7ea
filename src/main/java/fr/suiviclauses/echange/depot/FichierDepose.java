package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.echange.fichier.OuvreurTableur;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file before it is read.
 *
 * @param nom without the folders of where it came from; a social security number in it is masked
 * @param empreinte SHA-256, in hexadecimal
 * @param classeur a workbook, else a CSV or something that is neither
 * @param lignesPrevues about how many data lines it has, for a progress bar; null: a workbook, which does not say
 */
record FichierDepose(
        String nom,
        long octets,
        String empreinte,
        boolean classeur,
        @Nullable Integer lignesPrevues) {

    private static final int LONGUEUR_DU_NOM = 200;
    private static final String SANS_NOM = "fichier sans nom";

    static FichierDepose of(Path fichier, @Nullable String nom) throws IOException {
        MessageDigest sha256 = sha256();
        long octets = 0;
        int retours = 0;
        try (InputStream in = new DigestInputStream(Files.newInputStream(fichier), sha256)) {
            byte[] tampon = new byte[1 << 16];
            for (int lus = in.read(tampon); lus >= 0; lus = in.read(tampon)) {
                octets += lus;
                for (int i = 0; i < lus; i++) {
                    if (tampon[i] == '\n') retours++;
                }
            }
        }
        boolean classeur = OuvreurTableur.isWorkbook(fichier);
        return new FichierDepose(
                name(nom), octets, HexFormat.of().formatHex(sha256.digest()), classeur, classeur ? null : retours);
    }

    private static String name(@Nullable String donne) {
        String chemin = donne == null ? "" : donne;
        String nom = chemin.substring(Math.max(chemin.lastIndexOf('/'), chemin.lastIndexOf('\\')) + 1);
        StringBuilder lisible = new StringBuilder();
        nom.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .limit(LONGUEUR_DU_NOM)
                .forEach(lisible::appendCodePoint);
        String propre = Espaces.collapse(lisible.toString());
        if (propre.isEmpty()) return SANS_NOM;
        return Nir.in(propre) ? Nir.MASQUE : propre;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
