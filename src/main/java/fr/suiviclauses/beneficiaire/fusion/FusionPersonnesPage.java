package fr.suiviclauses.beneficiaire.fusion;

import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.beneficiaire.Jumeau;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The merge of a record with another.
 *
 * @param garde the one that stays
 * @param q words that the other was looked for by; empty: likely twins are shown
 * @param candidats records that may be chosen
 * @param absorbe the one chosen; null while none is
 */
record FusionPersonnesPage(
        Identite garde,
        String q,
        List<Jumeau> candidats,
        @Nullable Identite absorbe,
        @Nullable Apercu apercu,
        String erreur) {

    FusionPersonnesPage {
        candidats = List.copyOf(candidats);
    }

    public String adresse() {
        return "/beneficiaires/" + garde.id();
    }

    /** One thing that both records say, side by side. */
    record Comparaison(String libelle, String garde, String absorbe) {}

    public List<Comparaison> comparaisons() {
        List<Comparaison> comparaisons = new ArrayList<>();
        Identite autre = absorbe;
        if (autre == null) return comparaisons;
        add(comparaisons, "Naissance", day(garde.naissance()), day(autre.naissance()));
        add(comparaisons, "Référence", garde.reference(), autre.reference());
        add(comparaisons, "Domicile", home(garde), home(autre));
        add(comparaisons, "Téléphone", garde.telephone(), autre.telephone());
        add(comparaisons, "Courriel", garde.courriel(), autre.courriel());
        return comparaisons;
    }

    private static void add(
            List<Comparaison> comparaisons, String libelle, @Nullable String garde, @Nullable String absorbe) {
        comparaisons.add(new Comparaison(libelle, shown(garde), shown(absorbe)));
    }

    private static String shown(@Nullable String valeur) {
        return valeur == null || valeur.isEmpty() ? "–" : valeur;
    }

    private static @Nullable String day(@Nullable LocalDate jour) {
        return jour == null ? null : jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH));
    }

    private static String home(Identite qui) {
        return Stream.of(shown(qui.adresse()), shown(qui.codePostal()), shown(qui.commune()))
                .filter(partie -> !partie.equals("–"))
                .collect(Collectors.joining(" "));
    }
}
