package fr.suiviclauses.avancement;

/**
 * Whose lots are looked at: those of a marché, of an operation's marchés, or those on which a company has a role. SQL
 * takes the record's id as {@code :id}, in a structure {@code :structure}.
 */
public enum Portee {
    MARCHE(
            "select id, reference from marche where structure_id = :structure and id = :id",
            "select id, marche_id from lot where structure_id = :structure and marche_id = :id"),

    OPERATION("select id, reference from marche where structure_id = :structure and operation_id = :id", """
            select l.id, l.marche_id from marche m
              join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
             where m.structure_id = :structure and m.operation_id = :id"""),

    ENTREPRISE("""
            select distinct m.id, m.reference from participation p
              join lot l on l.structure_id = p.structure_id and l.id = p.lot_id
              join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
             where p.structure_id = :structure and p.entreprise_id = :id""", """
            select distinct l.id, l.marche_id from participation p
              join lot l on l.structure_id = p.structure_id and l.id = p.lot_id
             where p.structure_id = :structure and p.entreprise_id = :id""");

    private final String marches;
    private final String lots;

    Portee(String marches, String lots) {
        this.marches = marches;
        this.lots = lots;
    }

    /** SQL: {@code id} and {@code reference} of the marchés, those without a lot too, each once. */
    public String marches() {
        return marches;
    }

    /** SQL: {@code id} and {@code marche_id} of the lots, each once. */
    public String lots() {
        return lots;
    }
}
