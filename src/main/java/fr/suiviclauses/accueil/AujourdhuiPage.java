package fr.suiviclauses.accueil;

import java.util.List;

/**
 * A facilitator's day.
 *
 * @param jour "Lundi 17 janvier 2022"
 * @param miens only what is about the marchés in her charge
 * @param note why all of it is shown although hers were asked for; empty: it is as asked
 * @param seul one panel is shown, whole
 */
record AujourdhuiPage(String jour, boolean miens, String note, boolean seul, List<Panneau> panneaux) {

    AujourdhuiPage {
        panneaux = List.copyOf(panneaux);
    }
}
