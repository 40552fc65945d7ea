package fr.suiviclauses.bilan;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A structure's history written line by line, straight into the tables, for tests that need what no import would accept
 * or that must not depend on the import. Dates and months are ISO: "2021-03-15", "2021-03". Ids are returned.
 */
public class Histoire {

    private final JdbcClient jdbc;
    public final long structureId;
    private int suite;

    public Histoire(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.structureId = insert("structure", Map.of("nom", "Essai"));
    }

    public long donneurOrdre(String nom, String nature) {
        return insert("donneur_ordre", row("nom", nom, "nature", nature));
    }

    public void charte(long donneurOrdre, String charte, @Nullable String debut, @Nullable String fin) {
        insert(
                "signature_charte",
                row("donneur_ordre_id", donneurOrdre, "charte", charte, "debut", date(debut), "fin", date(fin)));
    }

    public long operation(String nom, @Nullable String objectif) {
        return insert("operation", row("nom", nom, "objectif", objectif == null ? null : new BigDecimal(objectif)));
    }

    public long marche(long donneurOrdre, String type, String notification, @Nullable String fin) {
        return marche(donneurOrdre, type, notification, fin, null);
    }

    public long marche(
            long donneurOrdre, String type, String notification, @Nullable String fin, @Nullable Long operation) {
        return insert(
                "marche",
                row(
                        "donneur_ordre_id",
                        donneurOrdre,
                        "operation_id",
                        operation,
                        "reference",
                        "M" + suite++,
                        "type",
                        type,
                        "date_notification",
                        date(notification),
                        "date_fin",
                        date(fin)));
    }

    public void reconduction(long marche, String fin) {
        insert("reconduction", row("marche_id", marche, "date_fin", date(fin)));
    }

    /** A lot of a fine family "famille" in one of the 14 groups. */
    public long lot(long marche, String groupe, String famille, String... clauses) {
        long familleId = jdbc.sql("select id from famille_achat where structure_id = ? and nom = ?")
                .params(structureId, famille)
                .query(Long.class)
                .optional()
                .orElseGet(() -> insert("famille_achat", row("nom", famille, "groupe", groupe)));
        long lot = insert("lot", row("marche_id", marche, "numero", "L" + suite++, "famille_id", familleId));
        for (String clause : clauses) {
            jdbc.sql("insert into lot_clause (structure_id, lot_id, type) values (?, ?, ?)")
                    .params(structureId, lot, clause)
                    .update();
        }
        return lot;
    }

    /** A lot that stands for any: building works under an ordinary clause. */
    public long lot(long marche) {
        return lot(marche, "Bâtiment", "Gros œuvre", "CONDITION_EXECUTION");
    }

    public long entreprise(String nom) {
        return insert("entreprise", row("nom", nom));
    }

    public void participation(long lot, long entreprise, String role) {
        jdbc.sql("insert into participation (structure_id, lot_id, entreprise_id, role) values (?, ?, ?, ?)")
                .params(structureId, lot, entreprise, role)
                .update();
    }

    public long personne(String sexe, String naissance) {
        String rang = String.valueOf(suite++);
        return insert(
                "beneficiaire",
                row(
                        "reference",
                        "B" + rang,
                        "nom",
                        "Nom" + rang,
                        "prenom",
                        "Prénom",
                        "naissance",
                        date(naissance),
                        "sexe",
                        sexe));
    }

    /** An entry whose window lasts from {@code debut} to {@code fin}, both included. */
    public long entree(long personne, String debut, String fin, Map<String, ?> attributs, String... criteres) {
        Map<String, @Nullable Object> row = row("beneficiaire_id", personne, "debut", date(debut), "fin", date(fin));
        row.putAll(attributs);
        long entree = insert("entree", row);
        for (String critere : criteres) {
            jdbc.sql("insert into entree_critere (structure_id, entree_id, critere) values (?, ?, ?)")
                    .params(structureId, entree, critere)
                    .update();
        }
        return entree;
    }

    /** A person who entered in 2020 and whose hours count until the end of 2022. */
    public long personne() {
        long personne = personne("F", "1990-05-05");
        entree(personne, "2020-01-01", "2022-12-31", Map.of(), "DELD");
        return personne;
    }

    public long contrat(long personne, String modalite) {
        return insert(
                "contrat_insertion",
                row(
                        "beneficiaire_id",
                        personne,
                        "employeur_id",
                        entreprise("Employeur " + suite++),
                        "modalite",
                        modalite,
                        "debut",
                        date("2010-01-01")));
    }

    public void heures(long contrat, long lot, String mois, String heures) {
        heures(contrat, lot, mois, heures, "VALIDEE");
    }

    public void heures(long contrat, long lot, String mois, String heures, String statut) {
        insert(
                "releve_heures",
                row(
                        "contrat_id",
                        contrat,
                        "lot_id",
                        lot,
                        "mois",
                        date(mois + "-01"),
                        "heures",
                        new BigDecimal(heures),
                        "statut",
                        statut));
    }

    /** Hours of a new person, who counts, by a new contract. Returns the person. */
    public long heuresDe(long lot, String mois, String heures) {
        long personne = personne();
        heures(contrat(personne, "ETTI"), lot, mois, heures);
        return personne;
    }

    public void situation(long personne, int cohorte, int jalon, String situation) {
        insert(
                "situation_suivi",
                row("beneficiaire_id", personne, "cohorte", cohorte, "jalon", jalon, "situation", situation));
    }

    public void agregat(String libelle, int annee, String heures) {
        insert("agregat_declare", row("libelle", libelle, "annee", annee, "heures", new BigDecimal(heures)));
    }

    public void etp(String dateEffet, String heures) {
        jdbc.sql("insert into parametre_etp (structure_id, date_effet, heures) values (?, ?, ?)")
                .params(structureId, date(dateEffet), new BigDecimal(heures))
                .update();
    }

    public void arrete(int annee, int numero, String etat) {
        jdbc.sql(
                        "insert into arrete_annuel (structure_id, annee, numero, etat, arrete_le) values (?, ?, ?, ?, timestamptz '2022-02-01')")
                .params(structureId, annee, numero, etat)
                .update();
    }

    public void update(String sql, Object... valeurs) {
        jdbc.sql(sql).params(valeurs).update();
    }

    private long insert(String table, Map<String, ? extends @Nullable Object> valeurs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(valeurs);
        if (!table.equals("structure")) {
            row.put("structure_id", structureId);
        }
        JdbcClient.StatementSpec statement = jdbc.sql("insert into %s (%s) values (%s) returning id"
                .formatted(
                        table,
                        String.join(", ", row.keySet()),
                        row.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "))));
        for (Map.Entry<String, @Nullable Object> valeur : row.entrySet()) {
            statement = valeur.getValue() == null
                    ? statement.param(valeur.getKey(), null, Types.NULL)
                    : statement.param(valeur.getKey(), valeur.getValue());
        }
        return statement.query(Long.class).single();
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... nomsEtValeurs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < nomsEtValeurs.length; i += 2) {
            row.put(String.valueOf(nomsEtValeurs[i]), nomsEtValeurs[i + 1]);
        }
        return row;
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
