package fr.suiviclauses;

import fr.suiviclauses.compte.CompteService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A structure of a test's own with one buyer, one marché of 2021 and one lot of 1 000 hours, where people work: what the
 * tests of the hours grid begin with.
 */
public record Chantier(JdbcClient jdbc, long structure, long marche, long lot, long entreprise) {

    public static Chantier open(JdbcClient jdbc, CompteService comptes) {
        return in(jdbc, comptes.openStructure("Chantier", null));
    }

    /** The same in a structure that is there already. */
    public static Chantier in(JdbcClient jdbc, long structure) {
        long donneur = insert(
                jdbc, "donneur_ordre (structure_id, nom, nature) values (:s, 'Ville de Rivière', 'PUBLIC')", structure);
        long famille = insert(
                jdbc, "famille_achat (structure_id, nom, groupe) values (:s, 'Gros œuvre', 'Bâtiment')", structure);
        long entreprise = insert(jdbc, "entreprise (structure_id, nom) values (:s, 'Maçons Réunis')", structure);
        long marche = insert(
                jdbc,
                "marche (structure_id, donneur_ordre_id, reference, type, date_debut, date_fin) values (:s, " + donneur
                        + ", '2020-07', 'TRAVAUX', '2021-01-01', '2022-06-30')",
                structure);
        long lot = insert(
                jdbc,
                "lot (structure_id, marche_id, numero, objet, famille_id) values (:s, " + marche
                        + ", '1', 'Gros œuvre', " + famille + ")",
                structure);
        insert(
                jdbc,
                "mouvement_obligation (structure_id, lot_id, nature, date_effet, heures) values (:s, " + lot
                        + ", 'INITIAL', '2021-01-01', 1000)",
                structure);
        return new Chantier(jdbc, structure, marche, lot, entreprise);
    }

    private static long insert(JdbcClient jdbc, String quoi, long structure) {
        return jdbc.sql("insert into " + quoi + " returning id")
                .param("s", structure)
                .query(Long.class)
                .single();
    }

    public long insert(String quoi) {
        return insert(jdbc, quoi, structure);
    }

    /** A person, eligible from 2021 on, who has a contract on the lot since the first of January. */
    public long person(String nom) {
        return person(nom, LocalDate.of(2021, 1, 1), null);
    }

    /** The contract of a new person, expected on the lot. */
    public long person(String nom, LocalDate debut, @org.jspecify.annotations.Nullable LocalDate fin) {
        long personne = insert(
                "beneficiaire (structure_id, nom, prenom, naissance) values (:s, '" + nom + "', 'Zoé', '1990-01-01')");
        insert("entree (structure_id, beneficiaire_id, debut, fin) values (:s, " + personne
                + ", '2021-01-15', '2023-01-14')");
        return contract(personne, lot, debut, fin);
    }

    public long contract(
            long personne, long surLot, LocalDate debut, @org.jspecify.annotations.Nullable LocalDate fin) {
        long contrat = insert(
                "contrat_insertion (structure_id, beneficiaire_id, employeur_id, modalite, reference, debut, fin) values (:s, "
                        + personne + ", " + entreprise + ", 'ETTI', '" + java.util.UUID.randomUUID() + "', '" + debut
                        + "', "
                        + (fin == null ? "null" : "'" + fin + "'") + ")");
        jdbc.sql("insert into affectation (structure_id, contrat_id, lot_id) values (?, ?, ?)")
                .params(List.of(structure, contrat, surLot))
                .update();
        return contrat;
    }

    public long personOf(long contrat) {
        return jdbc.sql("select beneficiaire_id from contrat_insertion where id = ?")
                .param(contrat)
                .query(Long.class)
                .single();
    }

    public void close(int annee) {
        insert("arrete_annuel (structure_id, annee, etat, arrete_le) values (:s, " + annee + ", 'ARRETE', now())");
    }

    /** Somebody else's hours of a contract on the lot. */
    public void hours(long contrat, String mois, int heures, String statut) {
        insert(
                "releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut) values (:s, %d, %d, '%s', %d, '%s')"
                        .formatted(contrat, lot, mois, heures, statut));
    }

    /** The stored hours, "mois heures statut", by contract and month. */
    public List<String> hours() {
        return jdbc.sql("""
                        select to_char(mois, 'YYYY-MM') || ' ' || heures || ' ' || statut from releve_heures
                         where structure_id = ? order by contrat_id, mois""").param(structure).query(String.class).list();
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where structure_id = :s")
                .params(Map.of("s", structure))
                .query(Long.class)
                .single();
    }
}
