package fr.suiviclauses.marche.obligation;

import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Hours owed, as typed or as an order makes them. */
public final class HeuresDues {

    private static final BigDecimal PLAFOND = new BigDecimal("9999999");

    private HeuresDues() {}

    /** Hours that may be taken away as well as added: "-200", "− 200,5". */
    static @Nullable BigDecimal signed(String champ, String saisie, Champs champs) {
        return champs.read(champ, saisie, HeuresDues::signed);
    }

    /** Hours that a lot owes: none is less than zero. */
    public static @Nullable BigDecimal owed(String champ, String saisie, Champs champs) {
        return champs.read(champ, saisie, texte -> bounded(NombreFrancais.parse(texte)));
    }

    /** What an order of so many euros adds, to the hundredth: 7 000 at 2 000 an hour are 3.5 hours. */
    public static BigDecimal ordered(BigDecimal montant, BigDecimal eurosParHeure) {
        return montant.divide(eurosParHeure, 2, RoundingMode.HALF_UP);
    }

    static boolean excessive(BigDecimal heures) {
        return heures.abs().compareTo(PLAFOND) > 0;
    }

    private static BigDecimal signed(String saisie) {
        boolean negatif = saisie.startsWith("-") || saisie.startsWith("−");
        String sansSigne = negatif || saisie.startsWith("+") ? Espaces.strip(saisie.substring(1)) : saisie;
        BigDecimal heures = bounded(NombreFrancais.parse(sansSigne));
        return negatif ? heures.negate() : heures;
    }

    private static BigDecimal bounded(BigDecimal heures) {
        if (excessive(heures)) throw new SaisieRefuseeException("Ce nombre est trop grand.");
        return heures;
    }
}
