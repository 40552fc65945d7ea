package fr.suiviclauses.proprietes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Writes a history straight into the tables, without the import: a wrong figure is then the bilan's, and rows are
 * possible that no file can bring.
 */
final class Tables {

    private final JdbcClient jdbc;
    private final long structureId;
    private final Regles regles = new Regles();
    private final Map<Object, Long> ids = new HashMap<>();

    Tables(JdbcClient jdbc, long structureId) {
        this.jdbc = jdbc;
        this.structureId = structureId;
    }

    void write(Faits faits) {
        faits.lots.forEach(this::lot);
        for (Faits.Participation participation : faits.participations) {
            jdbc.sql("insert into participation (structure_id, lot_id, entreprise_id) values (?, ?, ?)")
                    .params(List.of(structureId, lot(participation.lot()), company(participation.entreprise())))
                    .update();
        }
        for (Faits.Heure heure : faits.heures) {
            insert(
                    "releve_heures",
                    "contrat_id",
                    contrat(heure),
                    "lot_id",
                    lot(heure.lot()),
                    "mois",
                    heure.mois().atDay(1),
                    "heures",
                    heure.heures(),
                    "statut",
                    heure.statut());
        }
        Set<String> refs = new HashSet<>();
        faits.personnes.forEach(personne -> refs.add(personne.ref()));
        for (Suivi suivi : faits.suivis) {
            if (refs.contains(suivi.beneficiaireRef())) {
                insert(
                        "situation_suivi",
                        "beneficiaire_id",
                        ids.get("réf. " + suivi.beneficiaireRef()),
                        "cohorte",
                        suivi.cohorte(),
                        "jalon",
                        suivi.jalon(),
                        "situation",
                        suivi.situation());
            }
        }
    }

    private long lot(Faits.Lot lot) {
        return once(lot, () -> {
            long id = insert(
                    "lot",
                    "marche_id",
                    marche(lot.marche()),
                    "numero",
                    lot.cle().substring(lot.cle().lastIndexOf('/') + 2),
                    "famille_id",
                    once(
                            "famille " + lot.famille(),
                            () -> insert("famille_achat", "nom", lot.famille(), "groupe", lot.groupe())));
            for (String clause : lot.clauses()) {
                jdbc.sql("insert into lot_clause (structure_id, lot_id, type) values (?, ?, ?)")
                        .params(List.of(structureId, id, clause))
                        .update();
            }
            return id;
        });
    }

    private long marche(Faits.Marche marche) {
        Faits.Operation operation = marche.operation();
        return once(
                marche,
                () -> insert(
                        "marche",
                        "donneur_ordre_id",
                        donneur(marche.donneur()),
                        "operation_id",
                        operation == null
                                ? null
                                : once(
                                        "operation " + operation.nom(),
                                        () -> insert(
                                                "operation", "nom", operation.nom(), "objectif", operation.objectif())),
                        "reference",
                        marche.cle().substring(marche.cle().lastIndexOf('/') + 2),
                        "type",
                        marche.type(),
                        "date_notification",
                        marche.notification(),
                        "date_fin",
                        marche.fin()));
    }

    private long donneur(Faits.Donneur donneur) {
        return once(donneur, () -> {
            long id = insert("donneur_ordre", "nom", donneur.nom(), "nature", donneur.nature());
            if (donneur.signataireSba()) {
                insert(
                        "signature_charte",
                        "donneur_ordre_id",
                        id,
                        "charte",
                        "SBA",
                        "debut",
                        donneur.charteDebut(),
                        "fin",
                        donneur.charteFin());
            }
            return id;
        });
    }

    private long company(String cle) {
        boolean siren = cle.matches("[0-9]{9}");
        return once(
                "entreprise " + cle,
                () -> insert("entreprise", "nom", siren ? "Entreprise " + cle : cle, "siren", siren ? cle : null));
    }

    private long contrat(Faits.Heure heure) {
        Faits.Contrat contrat = heure.contrat();
        return once(
                "contrat " + contrat.cle(),
                () -> insert(
                        "contrat_insertion",
                        "reference",
                        contrat.cle(),
                        "beneficiaire_id",
                        personne(heure.personne()),
                        "employeur_id",
                        company(contrat.employeur()),
                        "modalite",
                        contrat.modalite(),
                        "debut",
                        heure.personne().entrees().firstKey()));
    }

    private long personne(Faits.Personne personne) {
        return once(personne.cle(), () -> {
            long id = insert(
                    "beneficiaire",
                    "reference",
                    personne.cle(),
                    "nom",
                    personne.cle(),
                    "prenom",
                    "P",
                    "naissance",
                    personne.naissance(),
                    "sexe",
                    personne.sexe());
            List<Faits.Entree> entrees = List.copyOf(personne.entrees().values());
            for (int i = 0; i < entrees.size(); i++) {
                entree(id, entrees.get(i), i + 1 < entrees.size() ? entrees.get(i + 1) : null);
            }
            return id;
        });
    }

    private void entree(long personne, Faits.Entree entree, Faits.@Nullable Entree next) {
        long id = insert(
                "entree",
                "beneficiaire_id",
                personne,
                "debut",
                entree.debut(),
                "fin",
                regles.endOfWindow(entree, next),
                "metropole",
                entree.metropole().isEmpty() ? null : entree.metropole().equals("OUI"),
                "qpv",
                entree.qpv(),
                "diplome",
                entree.diplome().isEmpty() ? null : entree.diplome(),
                "prescripteur",
                entree.prescripteur().isEmpty() ? null : entree.prescripteur());
        for (String critere : entree.criteres()) {
            jdbc.sql("insert into entree_critere (structure_id, entree_id, critere) values (?, ?, ?)")
                    .params(List.of(structureId, id, critere))
                    .update();
        }
    }

    private long once(Object key, Supplier<Long> make) {
        Long known = ids.get(key);
        if (known == null) {
            known = make.get();
            ids.put(key, known);
        }
        return known;
    }

    private long insert(String table, @Nullable Object... namesAndValues) {
        StringBuilder names = new StringBuilder("structure_id");
        StringBuilder values = new StringBuilder(":structure");
        Map<String, @Nullable Object> parametres = new HashMap<>();
        parametres.put("structure", structureId);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            names.append(", ").append(namesAndValues[i]);
            values.append(", :").append(namesAndValues[i]);
            parametres.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into " + table + " (" + names + ") values (" + values + ")")
                .params(parametres)
                .update(id, "id");
        return Long.parseLong(String.valueOf(id.getKey()));
    }
}
