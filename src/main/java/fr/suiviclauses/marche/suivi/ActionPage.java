package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.liste.Liste;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an action.
 *
 * @param action null: a new one
 */
record ActionPage(
        long marche,
        String reference,
        List<Liste.Option> responsables,
        @Nullable Long action,
        @Nullable Conflit conflit) {

    ActionPage {
        responsables = List.copyOf(responsables);
    }

    public String titre() {
        return action == null ? "Nouvelle action" : "Action";
    }

    public String adresse() {
        return "/marches/" + marche;
    }

    /** Where the form is sent. */
    public String envoi() {
        return adresse() + "/actions/" + (action == null ? "nouvelle" : action + "/modifier");
    }

    /** Where one that is done is opened again. */
    static String reopening(long marche, long action) {
        return "/marches/" + marche + "/actions/" + action + "/reouverture";
    }

    /** Where it is removed. */
    public String suppression() {
        return adresse() + "/actions/" + action + "/suppression";
    }
}
