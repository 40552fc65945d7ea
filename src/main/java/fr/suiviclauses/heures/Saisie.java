package fr.suiviclauses.heures;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was typed in a cell, and what the cell held when the page was opened.
 *
 * @param texte as typed
 * @param valeur null where it is empty or refused
 * @param refus why it can't be read, null when it can
 */
record Saisie(
        Cle cle,
        String texte,
        Etat ouvert,
        @Nullable BigDecimal valeur,
        @Nullable String refus) {

    static final BigDecimal MOIS_ENTIER = new BigDecimal(744);

    static Saisie read(Cle cle, String texte, Etat ouvert) {
        if (Espaces.strip(texte).isEmpty()) return new Saisie(cle, texte, ouvert, null, null);
        try {
            BigDecimal valeur = NombreFrancais.parse(texte);
            return new Saisie(
                    cle,
                    texte,
                    ouvert,
                    valeur,
                    valeur.compareTo(MOIS_ENTIER) > 0 ? "Un mois n’a pas plus de 744\u00a0heures." : null);
        } catch (SaisieRefuseeException refus) {
            return new Saisie(cle, texte, ouvert, null, refus.phrase());
        }
    }

    boolean changee() {
        return refus != null || !ouvert.vaut(valeur);
    }
}
