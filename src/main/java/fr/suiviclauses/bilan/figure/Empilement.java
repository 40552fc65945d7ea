package fr.suiviclauses.bilan.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a whole, side by side, each named under the bar.
 *
 * @param titre what the picture shows, for whoever does not see it
 */
public record Empilement(String titre, List<Segment> segments) {

    public Empilement {
        segments = List.copyOf(segments);
    }

    /**
     * One part.
     *
     * @param debut in per cent of the width
     * @param figure as it is read: "65 %"
     */
    public record Segment(
            String libelle, String figure, @Nullable String adresse, BigDecimal debut, BigDecimal largeur, Ton ton) {}

    /** A part before it has a place. */
    public record Part(
            String libelle, String figure, @Nullable String adresse, BigDecimal valeur, Ton ton) {}

    public static Empilement of(String titre, List<Part> parts) {
        Echelle tout = new Echelle(parts.stream().map(Part::valeur).reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Segment> segments = new ArrayList<>();
        BigDecimal avant = BigDecimal.ZERO;
        for (Part part : parts) {
            BigDecimal debut = tout.pourcentage(avant);
            avant = avant.add(part.valeur());
            segments.add(new Segment(
                    part.libelle(),
                    part.figure(),
                    part.adresse(),
                    debut,
                    tout.pourcentage(avant).subtract(debut),
                    part.ton()));
        }
        return new Empilement(titre, segments);
    }
}
