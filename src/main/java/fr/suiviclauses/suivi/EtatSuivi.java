package fr.suiviclauses.suivi;

import fr.suiviclauses.referentiel.Libelle;

/** Where a follow-up stands; the page filters by it. */
enum EtatSuivi implements Libelle {
    A_APPELER("À appeler", "s.situation is null and s.a_partir_du <= :jour and s.jusqu_au > :jour and s.joignable"),
    SANS_REPONSE("Sans réponse, même anciens", "s.situation is null and s.a_partir_du <= :jour and s.joignable"),
    INJOIGNABLES("Injoignables", "s.situation = 'NON_RENSEIGNE'"),
    REPONDUS("Répondus", "s.situation <> 'NON_RENSEIGNE'"),
    A_VENIR("À venir", "s.situation is null and s.a_partir_du > :jour"),
    TOUS("Tous", "true");

    private final String libelle;
    private final String condition;

    EtatSuivi(String libelle, String condition) {
        this.libelle = libelle;
        this.condition = condition;
    }

    @Override
    public String libelle() {
        return libelle;
    }

    /** SQL on a follow-up {@code s}, with {@code :jour}. */
    String condition() {
        return condition;
    }
}
