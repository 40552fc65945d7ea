package fr.suiviclauses.marche.obligation;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.marche.lot.LotConcerne;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a movement. */
record MouvementPage(LotConcerne lot, @Nullable Conflit conflit) {

    /** A lot begins once. */
    public List<NatureMouvement> natures() {
        return Arrays.stream(NatureMouvement.values())
                .filter(nature -> nature != NatureMouvement.INITIAL || !lot.initiale())
                .toList();
    }

    public String obligation() {
        return NombreAffiche.of(lot.obligation(), 2);
    }

    /** "2 000": what makes one hour; null where orders don't. */
    public @Nullable String euros() {
        return lot.eurosParHeure() == null ? null : NombreAffiche.of(lot.eurosParHeure(), 2);
    }

    /** What an order of the amount typed would add. */
    record Proposition(String phrase) {}
}
