package fr.suiviclauses.bilan.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure from year to year, as columns, a curve or a small line. The width is in per cent, so that the text keeps its
 * size on any screen; the height is in pixels.
 *
 * @param titre what the picture shows, for whoever does not see it
 * @param haut height of the highest column
 */
public record Annuel(String titre, int haut, List<Point> points) {

    /** Height of a chart that leads its page, of one among several, of a line in a card. */
    public static final int GRAND = 210;

    public static final int MOYEN = 120;

    public static final int PETIT = 32;

    /** Above the highest column, for its figure; below the columns, for the years. */
    private static final int DESSUS = 26;

    private static final int DESSOUS = 26;

    /** Part of its place that a column fills. */
    private static final BigDecimal PLEIN = new BigDecimal("0.68");

    private static final BigDecimal MARGE = new BigDecimal("0.16");
    private static final BigDecimal MILIEU = new BigDecimal("0.5");

    /** On a phone, one year in three keeps its name. */
    private static final int PAS = 3;

    public Annuel {
        points = List.copyOf(points);
    }

    /** A year before it has a place; without a value nothing is drawn. */
    public record Valeur(
            int annee,
            @Nullable BigDecimal valeur,
            String figure,
            @Nullable String adresse) {}

    /**
     * One year.
     *
     * @param x left of its column, in per cent of the width
     * @param y top of its column, in pixels
     * @param courant the year that the page is about
     * @param repere named on a phone too
     * @param connu false where the year has no figure
     */
    public record Point(
            int annee,
            String figure,
            @Nullable String adresse,
            BigDecimal x,
            BigDecimal largeur,
            BigDecimal milieu,
            BigDecimal y,
            BigDecimal hauteur,
            boolean courant,
            boolean repere,
            boolean connu) {

        /** Where its figure is written. */
        public BigDecimal dessus() {
            return y.subtract(BigDecimal.valueOf(8));
        }
    }

    public static Annuel of(String titre, int haut, List<Valeur> valeurs, int courante) {
        BigDecimal base = BigDecimal.valueOf(DESSUS + haut);
        Echelle echelle = Echelle.of(valeurs.stream()
                .map(v -> v.valeur() == null ? BigDecimal.ZERO : v.valeur())
                .toList());
        int nombre = valeurs.size();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < nombre; i++) {
            Valeur v = valeurs.get(i);
            BigDecimal rang = BigDecimal.valueOf(i);
            BigDecimal hauteur = v.valeur() == null ? BigDecimal.ZERO.setScale(2) : echelle.longueur(v.valeur(), haut);
            points.add(new Point(
                    v.annee(),
                    v.figure(),
                    v.adresse(),
                    Echelle.place(rang.add(MARGE), nombre),
                    Echelle.place(PLEIN, nombre),
                    Echelle.place(rang.add(MILIEU), nombre),
                    base.subtract(hauteur),
                    hauteur,
                    v.annee() == courante,
                    (nombre - 1 - i) % PAS == 0,
                    v.valeur() != null));
        }
        return new Annuel(titre, haut, points);
    }

    /** Where the columns stand. */
    public int base() {
        return DESSUS + haut;
    }

    /** Height of the picture, with its figures and years. */
    public int hauteur() {
        return DESSUS + haut + DESSOUS;
    }

    /** The curve's points, for a picture 100 wide and as high as the columns. */
    public String trace() {
        return points.stream()
                .filter(Point::connu)
                .map(p -> p.milieu().toPlainString() + "," + p.y().toPlainString())
                .collect(Collectors.joining(" "));
    }

    /** The curve's points and the ground under them. */
    public String surface() {
        List<Point> connus = points.stream().filter(Point::connu).toList();
        return connus.isEmpty()
                ? ""
                : connus.get(0).milieu().toPlainString() + "," + base() + " " + trace() + " "
                        + connus.get(connus.size() - 1).milieu().toPlainString() + "," + base();
    }

    public boolean vide() {
        return points.stream().allMatch(p -> p.hauteur().signum() == 0);
    }
}
