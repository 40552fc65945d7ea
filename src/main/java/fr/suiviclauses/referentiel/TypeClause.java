package fr.suiviclauses.referentiel;

/** Legal ground of the obligation on a lot; a lot may carry several. */
public enum TypeClause implements Libelle {
    CONDITION_EXECUTION("Condition d’exécution", "L. 2112-2"),
    CRITERE_ATTRIBUTION("Critère d’attribution", "R. 2152-7"),
    RESERVE_HANDICAP("Marché réservé au handicap", "L. 2113-12"),
    RESERVE_IAE("Marché réservé à l’insertion par l’activité économique", "L. 2113-13"),
    RESERVE_PENITENTIAIRE("Marché réservé au travail pénitentiaire", "L. 2113-13-1"),
    RESERVE_ESS("Marché réservé à l’économie sociale et solidaire", "L. 2113-15"),
    SERVICE_INSERTION("Marché de service d’insertion", "R. 2123-1"),
    CLAUSE_PRIVEE("Clause d’un donneur d’ordres privé", ""),
    VOLONTAIRE("Engagement volontaire", "");

    private final String libelle;
    private final String article;

    TypeClause(String libelle, String article) {
        this.libelle = libelle;
        this.article = article;
    }

    @Override
    public String libelle() {
        return libelle;
    }

    /** The article of the public procurement code, empty for a private or voluntary clause. */
    public String article() {
        return article;
    }

    /** "Marchés réservés et d'insertion" of the report; the view lot_reserve says the same in SQL. */
    public boolean reserveeOuInsertion() {
        return name().startsWith("RESERVE_") || this == SERVICE_INSERTION;
    }
}
