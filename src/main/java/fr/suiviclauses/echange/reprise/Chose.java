package fr.suiviclauses.echange.reprise;

/**
 * A kind of thing that the file speaks of, over many lines: its temporary table, how its lines are found, and what it is
 * called in a sentence.
 */
enum Chose {
    DONNEUR("r_donneur", lien("donneur_id"), "'le donneur d’ordres « ' || x.nom || ' »'"),
    OPERATION("r_operation", lien("operation_id"), "'l’opération « ' || x.nom || ' »'"),
    FAMILLE("r_famille", lien("famille_id"), "'la famille « ' || x.nom || ' »'"),
    MARCHE("r_marche", lien("marche_id"), "x.nom"),
    LOT("r_lot", lien("lot_id"), "x.nom"),
    ENTREPRISE("r_entreprise", """
            (select m.*, case m.prefixe when 'entreprise' then e.entreprise_id else coalesce(e.employeur_id, e.entreprise_id) end as id
               from r_mention m join r_lien_entreprise e using (ligne)) r on r.id = x.id""", "'l’entreprise « ' || x.nom || ' »' || coalesce(' (SIREN ' || x.siren || ')', '')"),
    PERSONNE(
            "r_personne",
            lien("personne_id"),
            "coalesce('le bénéficiaire ' || coalesce(x.reference, x.reference_avant), x.prenom || ' ' || x.nom)"),
    ENTREE("r_entree", lien("entree_id"), "x.nom"),
    CONTRAT("r_contrat", lien("contrat_id"), "x.nom"),
    HEURE(
            "r_heure",
            "r_lien k on k.ligne = x.ligne join r_ligne r on r.ligne = x.ligne",
            "x.nom || ', ' || to_char(x.mois, 'MM/YYYY')");

    /** The temporary table, known as x in expressions. */
    final String table;
    /** Joins each of its lines, known as r (and its links, as k), to x. */
    final String lignes;
    /** What it is called. */
    final String libelle;

    Chose(String table, String lignes, String libelle) {
        this.table = table;
        this.lignes = lignes;
        this.libelle = libelle;
    }

    private static String lien(String colonne) {
        return "r_lien k on k." + colonne + " = x.id join r_ligne r on r.ligne = k.ligne";
    }
}
