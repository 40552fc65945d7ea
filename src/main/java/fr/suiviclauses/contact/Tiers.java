package fr.suiviclauses.contact;

/** Who has contacts. */
public enum Tiers {
    DONNEUR_ORDRE("donneur_ordre", "/donneurs-ordres"),
    ENTREPRISE("entreprise", "/entreprises");

    private final String table;
    private final String adresse;

    Tiers(String table, String adresse) {
        this.table = table;
        this.adresse = adresse;
    }

    String table() {
        return table;
    }

    /** The column of {@code contact} that names it. */
    String colonne() {
        return table + "_id";
    }

    String adresse(long id) {
        return adresse + "/" + id;
    }

    /** As in addresses: "donneur-ordre", "entreprise". */
    String code() {
        return table.replace('_', '-');
    }
}
