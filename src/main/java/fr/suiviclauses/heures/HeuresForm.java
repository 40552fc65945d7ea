package fr.suiviclauses.heures;

import fr.suiviclauses.referentiel.StatutHeures;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grid as it was sent, with or without JavaScript. Its fields are as many as its cells: h_contrat_lot_mois what was
 * typed, o_contrat_lot what that row held when the page was opened ("2021-03=3:140.00,2021-04=z"), j_personne_mois why a
 * month above the plausible is right, k_contrat_lot_mois whose value stays where two people changed one cell, and conflit
 * the cells of which that was asked.
 *
 * @param statut the field "comme": what the hours typed become. A facilitateur checks what she types, so it is VALIDEE unless she says otherwise.
 */
record HeuresForm(
        List<Saisie> saisies,
        Map<String, String> justifications,
        Map<String, String> choix,
        Set<String> conflits,
        StatutHeures statut) {

    HeuresForm {
        saisies = List.copyOf(saisies);
        justifications = Map.copyOf(justifications);
        choix = Map.copyOf(choix);
        conflits = Set.copyOf(conflits);
    }

    /**
     * Before anything is typed.
     *
     * @param comme what the hours typed are to become; null: nobody has said
     */
    static HeuresForm vide(@Nullable String comme) {
        return read(comme == null ? Map.of() : Map.of("comme", comme));
    }

    static HeuresForm read(Map<String, String> champs) {
        Map<String, Etat> ouverts = new HashMap<>();
        Map<String, String> justifications = new HashMap<>();
        Map<String, String> choix = new HashMap<>();
        champs.forEach((nom, valeur) -> {
            if (nom.startsWith("o_")) opened(nom.substring(2), valeur, ouverts);
            if (nom.startsWith("j_")) justifications.put(nom.substring(2), valeur);
            if (nom.startsWith("k_")) choix.put(nom.substring(2), valeur);
        });
        List<Saisie> saisies = new ArrayList<>();
        champs.forEach((nom, valeur) -> {
            if (!nom.startsWith("h_")) return;
            Cle.parse(nom.substring(2)).ifPresent(cle -> {
                Etat ouvert = ouverts.getOrDefault(cle.toString(), Etat.VIDE);
                String texte = "autre".equals(choix.get(cle.toString())) ? plain(ouvert) : valeur;
                saisies.add(Saisie.read(cle, texte, ouvert));
            });
        });
        return new HeuresForm(
                saisies,
                justifications,
                choix,
                new HashSet<>(Arrays.asList(champs.getOrDefault("conflit", "").split(",", -1))),
                statut(champs.getOrDefault("comme", "")));
    }

    private static String plain(Etat etat) {
        return etat.heures() == null ? "" : etat.heures().toPlainString();
    }

    private static void opened(String rang, String jetons, Map<String, Etat> ouverts) {
        for (String jeton : jetons.split(",", -1)) {
            int egal = jeton.indexOf('=');
            if (egal > 0) ouverts.put(rang + "_" + jeton.substring(0, egal), Etat.parse(jeton.substring(egal + 1)));
        }
    }

    private static StatutHeures statut(String texte) {
        return Arrays.stream(StatutHeures.values())
                .filter(statut -> statut.name().equals(texte) && statut != StatutHeures.REJETEE)
                .findFirst()
                .orElse(StatutHeures.VALIDEE);
    }

    /** What she changed, or typed so that it can't be read. */
    List<Saisie> changees() {
        return saisies.stream().filter(Saisie::changee).toList();
    }

    /** The same without what she left as it was. */
    HeuresForm changed() {
        return new HeuresForm(changees(), justifications, choix, conflits, statut);
    }

    String justification(long personne, YearMonth mois) {
        return justifications.getOrDefault(personne + "_" + mois, "");
    }

    /** A cell that two people changed, of which she has not said yet whose value stays. */
    boolean attendUnChoix(Cle cle) {
        return conflits.contains(cle.toString()) && !choix.containsKey(cle.toString());
    }
}
