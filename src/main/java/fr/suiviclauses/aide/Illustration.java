package fr.suiviclauses.aide;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.io.Resource;

/**
 * A picture of the guide. The page gives its size before it is loaded, so that what is read does not move.
 *
 * @param nom the section that it belongs to
 * @param largeur in pixels
 * @param hauteur in pixels
 */
record Illustration(String nom, String adresse, int largeur, int hauteur) {

    /** Where a PNG file says its size: after its signature and the head of its first block. */
    private static final int TAILLE = 16;

    static Illustration read(Resource png) throws IOException {
        try (DataInputStream octets = new DataInputStream(png.getInputStream())) {
            octets.skipNBytes(TAILLE);
            String fichier = Objects.requireNonNull(png.getFilename());
            return new Illustration(
                    fichier.replace(".png", ""), "/img/aide/" + fichier, octets.readInt(), octets.readInt());
        }
    }
}
