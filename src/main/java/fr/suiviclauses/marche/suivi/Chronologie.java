package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.marche.obligation.NatureMouvement;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to a marché, the latest first: movements of its obligation, renewals, actions done, and what was changed
 * or taken away, by whom, as the journal keeps it.
 */
@Component
@RequiredArgsConstructor
class Chronologie {

    private static final int AU_PLUS = 60;

    /** What a change is told of, by column; an id is told without its values. */
    private static final Map<String, String> COLONNES = Map.ofEntries(
            Map.entry("reference", "référence"),
            Map.entry("objet", "objet"),
            Map.entry("type", "type"),
            Map.entry("forme", "forme"),
            Map.entry("date_notification", "notification"),
            Map.entry("date_debut", "début"),
            Map.entry("date_fin", "fin"),
            Map.entry("numero", "numéro"),
            Map.entry("euros_par_heure", "euros par heure"),
            Map.entry("part", "part, en %"),
            Map.entry("donneur_ordre_id", "donneur d’ordres changé"),
            Map.entry("operation_id", "opération changée"),
            Map.entry("facilitateur_id", "facilitateur changé"),
            Map.entry("famille_id", "famille changée"));

    /** Those that hold numbers. */
    private static final Set<String> NOMBRES = Set.of("euros_par_heure", "part");

    private static final Map<String, String> CODES = Stream.<Libelle>concat(
                    Stream.concat(Stream.of(TypeMarche.values()), Stream.of(FormeMarche.values())),
                    Stream.concat(Stream.of(TypeClause.values()), Stream.of(RoleParticipation.values())))
            .collect(Collectors.toMap(Libelle::name, Libelle::libelle));

    private final JdbcClient jdbc;

    List<MarchePage.Evenement> of(long marche, UtilisateurConnecte moi) {
        List<MarchePage.Evenement> evenements = new ArrayList<>(facts(marche, moi));
        evenements.addAll(changes(marche, moi));
        evenements.sort(Comparator.comparing(MarchePage.Evenement::jour).reversed());
        return evenements.size() > AU_PLUS ? evenements.subList(0, AU_PLUS) : evenements;
    }

    private List<MarchePage.Evenement> facts(long marche, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select 'MOUVEMENT' as genre, o.date_effet as jour, o.nature as code, l.numero as texte, o.heures, o.motif as detail,
                               u.nom as auteur
                          from lot l
                          join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                          left join utilisateur u on u.structure_id = o.structure_id and u.id = o.cree_par
                         where l.structure_id = :structure and l.marche_id = :marche
                        union all
                        select 'DEBUT', coalesce(date_notification, date_debut), '', '', null, null, null from marche
                         where structure_id = :structure and id = :marche
                        union all
                        select 'RECONDUCTION', date_fin, '', '', null, null, null from reconduction
                         where structure_id = :structure and marche_id = :marche
                        union all
                        select 'ACTION', a.faite_le, '', a.libelle, null, null, u.nom from action_marche a
                          left join utilisateur u on u.structure_id = a.structure_id and u.id = a.responsable_id
                         where a.structure_id = :structure and a.marche_id = :marche and a.faite_le is not null
                         order by jour desc limit %d""".formatted(AU_PLUS))
                .param("structure", moi.structureId())
                .param("marche", marche)
                .query((ligne, rang) -> {
                    String texte = ligne.getString("texte");
                    String detail = ligne.getString("detail");
                    String titre = switch (ligne.getString("genre")) {
                        case "MOUVEMENT" ->
                            NatureMouvement.valueOf(ligne.getString("code")).libelle() + " de "
                                    + NombreAffiche.of(ligne.getBigDecimal("heures"), 2) + "\u00a0h, lot " + texte;
                        case "DEBUT" -> "Début du marché";
                        case "RECONDUCTION" -> "Fin d’une reconduction";
                        default -> "Action faite\u00a0: " + texte;
                    };
                    return new MarchePage.Evenement(
                            ligne.getObject("jour", LocalDate.class),
                            titre,
                            detail == null ? "" : detail,
                            ligne.getString("auteur"));
                })
                .list();
    }

    /** One column of one change; a removal has no {@code apres}. */
    private record Ecriture(
            long id,
            LocalDate jour,
            String table,
            boolean supprime,
            String cle,
            @Nullable String avant,
            @Nullable String apres,
            String sujet,
            @Nullable String auteur) {}

    private List<MarchePage.Evenement> changes(long marche, UtilisateurConnecte moi) {
        return jdbc
                .sql("""
                        with lots as (
                            select id::text as id, numero from lot where structure_id = :structure and marche_id = :marche
                            union
                            select avant ->> 'id', avant ->> 'numero' from journal
                             where structure_id = :structure and table_nom = 'lot' and avant ->> 'marche_id' = :texte and action = 'SUPPRESSION'),
                        ecritures as (
                            select j.*, '' as numero from journal j
                             where j.structure_id = :structure and j.table_nom = 'marche' and j.ligne = :texte
                            union all
                            select j.*, j.avant ->> 'numero' from journal j
                             where j.structure_id = :structure and j.table_nom in ('lot', 'reconduction') and j.avant ->> 'marche_id' = :texte
                            union all
                            select j.*, l.numero from journal j join lots l on l.id = j.avant ->> 'lot_id'
                             where j.structure_id = :structure and j.table_nom in ('lot_clause', 'participation')
                             order by id desc limit %d)
                        select e.id, e.moment::date as jour, e.table_nom, e.action, e.numero, u.nom as auteur, p.nom as entreprise,
                               c.cle, e.avant ->> c.cle as avant, e.apres ->> c.cle as apres
                          from ecritures e
                          left join utilisateur u on u.structure_id = e.structure_id and u.id = e.auteur_id
                          left join entreprise p on p.structure_id = e.structure_id and p.id = (e.avant ->> 'entreprise_id')::bigint
                         cross join lateral jsonb_object_keys(e.avant) as c (cle)
                         where e.action = 'SUPPRESSION' or e.avant -> c.cle is distinct from e.apres -> c.cle
                         order by e.id desc, c.cle""".formatted(AU_PLUS))
                .param("structure", moi.structureId())
                .param("marche", marche)
                .param("texte", Long.toString(marche))
                .query((ligne, rang) -> {
                    String entreprise = ligne.getString("entreprise");
                    return new Ecriture(
                            ligne.getLong("id"),
                            ligne.getObject("jour", LocalDate.class),
                            ligne.getString("table_nom"),
                            ligne.getString("action").equals("SUPPRESSION"),
                            ligne.getString("cle"),
                            ligne.getString("avant"),
                            ligne.getString("apres"),
                            entreprise == null ? String.valueOf(ligne.getString("numero")) : entreprise,
                            ligne.getString("auteur"));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Ecriture::id, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()))
                .values()
                .stream()
                .flatMap(ecritures -> told(ecritures).stream())
                .toList();
    }

    /** One change as a sentence; none where nothing in it is worth telling. */
    private static List<MarchePage.Evenement> told(List<Ecriture> ecritures) {
        Ecriture une = ecritures.get(0);
        String titre = une.supprime ? removed(une, ecritures) : changed(une, ecritures);
        String detail = une.supprime
                ? ""
                : ecritures.stream()
                        .filter(e -> COLONNES.containsKey(e.cle))
                        .map(Chronologie::change)
                        .collect(Collectors.joining("\u00a0; "));
        boolean dit = une.supprime || !detail.isEmpty() || ecritures.stream().anyMatch(e -> e.cle.equals("actif"));
        return dit ? List.of(new MarchePage.Evenement(une.jour, titre, detail, une.auteur)) : List.of();
    }

    private static String changed(Ecriture une, List<Ecriture> ecritures) {
        if (une.table.equals("lot")) return "Lot " + une.sujet + " modifié";
        if (une.table.equals("participation")) return "Part de " + une.sujet + " modifiée";
        return ecritures.stream()
                .filter(e -> e.cle.equals("actif"))
                .findFirst()
                .map(e -> "true".equals(e.apres) ? "Marché réactivé" : "Marché désactivé")
                .orElse("Marché modifié");
    }

    private static String removed(Ecriture une, List<Ecriture> ecritures) {
        Map<String, String> avant = ecritures.stream()
                .filter(e -> e.avant != null)
                .collect(Collectors.toMap(Ecriture::cle, e -> String.valueOf(e.avant), (a, b) -> a));
        return switch (une.table) {
            case "lot" -> "Lot " + une.sujet + " supprimé";
            case "reconduction" -> "Reconduction jusqu’au " + shown(avant.get("date_fin")) + " retirée";
            case "lot_clause" -> "Clause retirée du lot " + une.sujet + "\u00a0: " + shown(avant.get("type"));
            case "participation" ->
                une.sujet + " n’est plus " + shown(avant.get("role")).toLowerCase(Locale.FRENCH);
            default -> "Marché supprimé";
        };
    }

    private static String change(Ecriture e) {
        String nom = COLONNES.getOrDefault(e.cle, e.cle);
        if (e.cle.endsWith("_id")) return nom;
        return NOMBRES.contains(e.cle)
                ? nom + "\u00a0: " + number(e.avant) + " → " + number(e.apres)
                : nom + "\u00a0: " + shown(e.avant) + " → " + shown(e.apres);
    }

    private static String number(@Nullable String valeur) {
        return NombreAffiche.of(valeur == null ? null : new BigDecimal(valeur), 2);
    }

    private static String shown(@Nullable String valeur) {
        if (valeur == null || valeur.isEmpty()) return "–";
        if (valeur.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return DateFrancaise.affiche(LocalDate.parse(valeur));
        return CODES.getOrDefault(valeur, valeur);
    }
}
