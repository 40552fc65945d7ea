package fr.suiviclauses.echange.fichier;

import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses XML whose markup or text is longer than any real one before a parser sees it: the parser would hold a whole
 * tag or a whole text, and a gigabyte of one letter deflates to a megabyte.
 */
final class XmlMesure extends FilterInputStream {

    private static final int BALISE_MAX = 32 * 1024;
    /** Four bytes a character, and seven characters for one that is written as its code. */
    private static final int TEXTE_MAX = 4 * 7 * Limites.CARACTERES_PAR_CELLULE;

    /** What follows the opening bracket: !-- */
    private static final int COMMENTAIRE = ('!' << 16) | ('-' << 8) | '-';

    private enum Etat {
        TEXTE,
        BALISE,
        ENTRE_GUILLEMETS
    }

    private Etat etat = Etat.TEXTE;
    private int guillemet;
    private int longueur;
    /** The last three bytes, to know a comment's or a CDATA's ends. */
    private int derniers;

    XmlMesure(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int debut, int nombre) throws IOException {
        int lus = super.read(octets, debut, nombre);
        for (int i = debut; i < debut + lus; i++) watch(octets[i] & 0xFF);
        return lus;
    }

    private void watch(int octet) {
        derniers = ((derniers << 8) | octet) & 0xFFFFFF;
        switch (etat) {
            case TEXTE -> {
                if (octet == '<') {
                    etat = Etat.BALISE;
                    longueur = 0;
                } else if (++longueur > TEXTE_MAX) {
                    throw new FichierRefuseException(Motif.ILLISIBLE, Limites.CELLULE_TROP_LONGUE);
                }
            }
            case BALISE -> {
                count();
                if (octet == '>' || comment()) {
                    etat = Etat.TEXTE;
                    longueur = 0;
                } else if (octet == '"' || octet == '\'') {
                    etat = Etat.ENTRE_GUILLEMETS;
                    guillemet = octet;
                }
            }
            case ENTRE_GUILLEMETS -> {
                count();
                if (octet == guillemet) etat = Etat.BALISE;
            }
        }
    }

    /** A comment or CDATA begins: what follows is not attributes, and its quotes mean nothing. */
    private boolean comment() {
        return (longueur == 3 && derniers == COMMENTAIRE) || (longueur == 8 && (derniers & 0xFF) == '[');
    }

    private void count() {
        if (++longueur > BALISE_MAX) throw ArchiveXlsx.damaged();
    }
}
