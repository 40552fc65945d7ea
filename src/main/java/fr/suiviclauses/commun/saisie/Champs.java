package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Espaces;
import fr.suiviclauses.commun.Mois;
import fr.suiviclauses.commun.Nir;
import fr.suiviclauses.commun.NombreFrancais;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.Siren;
import fr.suiviclauses.commun.Siret;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Reads what a form's fields hold, as typed, into values; each refusal stands next to its field, all at once. A form is a
 * record of texts, so that whatever was typed can be shown again.
 */
public final class Champs {

    private static final String OBLIGATOIRE = "Ce champ est obligatoire.";
    private static final int LONG = 4_000;
    private static final int ETABLISSEMENTS = 200;

    private final BindingResult errors;

    public Champs(BindingResult errors) {
        this.errors = errors;
    }

    /** Whether something was refused so far. */
    public boolean refused() {
        return errors.hasErrors();
    }

    /**
     * Writes what was read, unless something is refused; what refuses it now is said next to its field too.
     *
     * @return false, and nothing is written, where the form is to be shown again
     */
    public boolean written(Runnable ecriture) {
        if (refused()) return false;
        try {
            ecriture.run();
            return true;
        } catch (RegleMetierException refus) {
            refus(refus);
            return false;
        }
    }

    public void refus(String champ, String phrase) {
        if (champ.isEmpty()) {
            errors.reject("refus", phrase);
        } else {
            errors.rejectValue(champ, "refus", phrase);
        }
    }

    public void refus(RegleMetierException refus) {
        refus(errors.getFieldType(refus.champ()) == null ? "" : refus.champ(), refus.phrase());
    }

    /** A text on one line, each run of spaces made one; null when empty. Never a social security number. */
    public @Nullable String texte(String champ, String saisie, int longueur) {
        return text(champ, Espaces.collapse(saisie), longueur, true);
    }

    /** A reference: what it is made of is the buyer's affair, even where it looks like another number. */
    public @Nullable String reference(String champ, String saisie, int longueur) {
        return text(champ, Espaces.collapse(saisie), longueur, false);
    }

    /** A text of several lines. */
    public @Nullable String longTexte(String champ, String saisie) {
        return text(champ, Espaces.strip(saisie).replace("\r\n", "\n"), LONG, true);
    }

    /** A text that must be there; where it is refused, what is returned is never used. */
    public String obligatoire(String champ, String saisie, int longueur) {
        return present(champ, texte(champ, saisie, longueur), "");
    }

    public @Nullable LocalDate date(String champ, String saisie) {
        return read(champ, saisie, DateFrancaise::parse);
    }

    public LocalDate dateObligatoire(String champ, String saisie) {
        return present(champ, date(champ, saisie), LocalDate.EPOCH);
    }

    public @Nullable YearMonth mois(String champ, String saisie) {
        return read(champ, saisie, Mois::parse);
    }

    /** A number that is not negative, with at most two decimals. */
    public @Nullable BigDecimal nombre(String champ, String saisie) {
        return read(champ, saisie, NombreFrancais::parse);
    }

    public BigDecimal nombreObligatoire(String champ, String saisie) {
        return present(champ, nombre(champ, saisie), BigDecimal.ZERO);
    }

    public @Nullable Siren siren(String champ, String saisie) {
        return read(champ, saisie, Siren::parse);
    }

    public @Nullable Siret siret(String champ, String saisie) {
        return read(champ, saisie, Siret::parse);
    }

    /** The establishments of a buyer or a company, one a line; each refusal says which line it is about. */
    public Set<Siret> sirets(String champ, String saisie) {
        Set<Siret> lus = new LinkedHashSet<>();
        List<String> lignes = saisie.lines().filter(ligne -> !ligne.isBlank()).toList();
        if (lignes.size() > ETABLISSEMENTS) {
            refus(champ, ETABLISSEMENTS + " établissements au plus.");
            return lus;
        }
        for (int i = 0; i < lignes.size(); i++) {
            try {
                lus.add(Siret.parse(lignes.get(i)));
            } catch (SaisieRefuseeException refuse) {
                refus(champ, lignes.size() == 1 ? refuse.phrase() : "Ligne " + (i + 1) + "\u00a0: " + refuse.phrase());
            }
        }
        return lus;
    }

    public <E extends Enum<E>> @Nullable E choix(String champ, String saisie, Class<E> type) {
        return read(
                champ,
                saisie,
                code -> Arrays.stream(type.getEnumConstants())
                        .filter(valeur -> valeur.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new SaisieRefuseeException("Choisissez dans la liste.")));
    }

    public <E extends Enum<E>> E choixObligatoire(String champ, String saisie, Class<E> type) {
        E valeur = choix(champ, saisie, type);
        if (valeur != null) return valeur;
        if (!errors.hasFieldErrors(champ)) refus(champ, "Choisissez dans la liste.");
        return type.getEnumConstants()[0];
    }

    /** The id of a record chosen in a list. Whether it exists in the structure is for the service to say. */
    public @Nullable Long identifiant(String champ, String saisie) {
        return read(champ, saisie, texte -> {
            if (!texte.matches("[0-9]{1,18}")) throw new SaisieRefuseeException("Choisissez dans la liste.");
            return Long.valueOf(texte);
        });
    }

    /** Any other value, by its own reader. */
    public <T> @Nullable T read(String champ, String saisie, Function<String, T> lecture) {
        String texte = Espaces.strip(saisie);
        if (texte.isEmpty()) return null;
        try {
            return lecture.apply(texte);
        } catch (SaisieRefuseeException refus) {
            refus(champ, refus.phrase());
            return null;
        }
    }

    private <T> T present(String champ, @Nullable T valeur, T defaut) {
        if (valeur != null) return valeur;
        if (!errors.hasFieldErrors(champ)) refus(champ, OBLIGATOIRE);
        return defaut;
    }

    private @Nullable String text(String champ, String texte, int longueur, boolean sansNir) {
        if (texte.isEmpty()) return null;
        String refus = Textes.refus(texte, longueur);
        if (refus == null && sansNir && Nir.in(texte)) refus = Nir.REFUS;
        if (refus == null) return texte;
        refus(champ, refus);
        return null;
    }
}
