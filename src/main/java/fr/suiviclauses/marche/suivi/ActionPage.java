package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.liste.Liste;
import java.util.List;

/** The form of an action. */
record ActionPage(long marche, String reference, List<Liste.Option> responsables) {

    ActionPage {
        responsables = List.copyOf(responsables);
    }

    public String adresse() {
        return "/marches/" + marche;
    }
}
