package fr.suiviclauses.echange.fichier;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet. */
final class Feuille {

    private static final LocalDate ORIGINE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ORIGINE_1904 = LocalDate.of(1904, 1, 1);
    /** 31 December 9999. */
    private static final BigDecimal DERNIER_JOUR = BigDecimal.valueOf(2_958_465);

    private static final BigDecimal HEURES_PAR_JOUR = BigDecimal.valueOf(24);
    private static final int CHIFFRES_MAX = 40;

    private final LecteurXml xml;
    private final @Nullable TextesPartages textes;
    private final FormatsNombres formats;
    private final boolean depuis1904;
    private final List<Cellule> cellules = new ArrayList<>();
    private final StringBuilder texte = new StringBuilder();
    private int ligne;

    Feuille(LecteurXml xml, @Nullable TextesPartages textes, FormatsNombres formats, boolean depuis1904) {
        this.xml = xml;
        this.textes = textes;
        this.formats = formats;
        this.depuis1904 = depuis1904;
    }

    void read(Tableur.Lecteur lecteur) throws IOException {
        try {
            while (xml.next() && !xml.ends("sheetData")) {
                if (xml.starts("row")) {
                    int suivante = integer(xml.attribute("r"), ligne + 1);
                    if (suivante <= ligne || suivante > Limites.RANG_MAXIMAL) throw ArchiveXlsx.damaged();
                    ligne = suivante;
                    cellules.clear();
                } else if (xml.starts("c")) {
                    cell();
                } else if (xml.ends("row") && !cellules.stream().allMatch(Cellule::vide)) {
                    lecteur.row(ligne, cellules);
                }
            }
        } catch (FichierRefuseException refus) {
            throw refus.ligne() == null && refus.motif() == Motif.ILLISIBLE
                    ? new FichierRefuseException(refus.motif(), refus.phrase(), ligne)
                    : refus;
        }
    }

    private void cell() throws IOException {
        int colonne = column(xml.attribute("r"), cellules.size());
        String type = xml.attribute("t");
        int style = integer(xml.attribute("s"), 0);
        texte.setLength(0);
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v") || xml.starts("t")) {
                xml.textInto(texte);
            } else if (xml.starts("f") || xml.starts("rPh")) {
                xml.textInto(new StringBuilder());
            }
        }
        Cellule cellule = texte.isEmpty() ? Cellule.Texte.VIDE : value(type == null ? "n" : type, style);
        if (colonne >= Limites.COLONNES) {
            if (cellule.vide()) return;
            throw new FichierRefuseException(Motif.ILLISIBLE, Limites.TROP_DE_COLONNES, ligne);
        }
        while (cellules.size() <= colonne) cellules.add(Cellule.Texte.VIDE);
        cellules.set(colonne, cellule);
    }

    private Cellule value(String type, int style) throws IOException {
        return switch (type) {
            case "s" -> new Cellule.Texte(shared());
            case "str", "inlineStr" -> new Cellule.Texte(TextesPartages.unescape(texte));
            case "b" -> new Cellule.Texte(texte.charAt(0) == '1' ? "VRAI" : "FAUX");
            case "e" -> new Cellule.Erreur(TextesPartages.unescape(texte));
            case "d" -> isoDate();
            default -> number(style);
        };
    }

    private String shared() throws IOException {
        String partage = textes == null ? null : textes.get(integer(texte.toString(), -1));
        if (partage == null) throw ArchiveXlsx.damaged();
        return partage;
    }

    private Cellule isoDate() {
        try {
            return new Cellule.Jour(LocalDate.parse(texte.substring(0, Math.min(10, texte.length()))));
        } catch (DateTimeException unreadable) {
            return new Cellule.Texte(TextesPartages.unescape(texte));
        }
    }

    private Cellule number(int style) {
        String ecrit = texte.toString().trim();
        if (ecrit.length() > CHIFFRES_MAX) return new Cellule.Texte(TextesPartages.unescape(ecrit));
        try {
            BigDecimal nombre = new BigDecimal(ecrit);
            if (Math.abs((long) nombre.scale()) > CHIFFRES_MAX) return new Cellule.Texte(ecrit);
            FormatsNombres.Aspect aspect = formats.of(style);
            boolean jour = nombre.signum() >= 0 && nombre.compareTo(DERNIER_JOUR) <= 0;
            if (aspect == FormatsNombres.Aspect.JOUR && jour) return new Cellule.Jour(date(nombre.intValue()));
            if (aspect == FormatsNombres.Aspect.DUREE)
                return new Cellule.Duree(nombre.multiply(HEURES_PAR_JOUR).setScale(2, RoundingMode.HALF_UP));
            return new Cellule.Nombre(nombre);
        } catch (NumberFormatException unreadable) {
            return new Cellule.Texte(TextesPartages.unescape(ecrit));
        }
    }

    /** The first workbooks believed that 29 February 1900 existed: earlier days count from one day later. */
    private LocalDate date(int rang) {
        if (depuis1904) return ORIGINE_1904.plusDays(rang);
        return ORIGINE_1900.plusDays(rang < 60 ? rang + 1L : rang);
    }

    /** The column of a reference such as AB12, from 0. */
    private static int column(@Nullable String reference, int defaut) {
        if (reference == null) return defaut;
        int colonne = 0;
        for (int i = 0; i < reference.length() && colonne < 1_000_000; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') break;
            colonne = colonne * 26 + c - 'A' + 1;
        }
        return colonne == 0 ? defaut : colonne - 1;
    }

    static int integer(@Nullable String texte, int defaut) {
        if (texte == null || texte.isEmpty() || texte.length() > 9) return defaut;
        int nombre = 0;
        for (int i = 0; i < texte.length(); i++) {
            int chiffre = texte.charAt(i) - '0';
            if (chiffre < 0 || chiffre > 9) return defaut;
            nombre = nombre * 10 + chiffre;
        }
        return nombre;
    }
}
