package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.commun.saisie.Recit;
import fr.suiviclauses.commun.saisie.Recit.Ecriture;
import fr.suiviclauses.commun.saisie.Recit.Termes;
import fr.suiviclauses.marche.obligation.NatureMouvement;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to a marché, the latest first: movements of its obligation, renewals, actions done, and what was changed
 * or taken away, by whom, as the journal keeps it.
 */
@Component
@RequiredArgsConstructor
class Chronologie {

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

    private static final Map<String, String> CODES = Stream.<Libelle>concat(
                    Stream.concat(Stream.of(TypeMarche.values()), Stream.of(FormeMarche.values())),
                    Stream.concat(Stream.of(TypeClause.values()), Stream.of(RoleParticipation.values())))
            .collect(Collectors.toMap(Libelle::name, Libelle::libelle));

    private static final Termes TERMES = new Termes(COLONNES, Set.of("euros_par_heure", "part"), CODES);

    private final JdbcClient jdbc;
    private final Recit recit;

    List<Evenement> of(long marche, UtilisateurConnecte moi) {
        return Recit.latest(facts(marche, moi), changes(marche, moi));
    }

    private List<Evenement> facts(long marche, UtilisateurConnecte moi) {
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
                         order by jour desc limit %d""".formatted(Recit.AU_PLUS))
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
                    return Evenement.of(
                            ligne.getObject("jour", LocalDate.class),
                            titre,
                            detail == null ? "" : detail,
                            ligne.getString("auteur"));
                })
                .list();
    }

    private List<Evenement> changes(long marche, UtilisateurConnecte moi) {
        return recit.changes(
                """
                with lots as (
                    select id::text as id, numero from lot where structure_id = :structure and marche_id = :marche
                    union
                    select avant ->> 'id', avant ->> 'numero' from journal
                     where structure_id = :structure and table_nom = 'lot' and avant ->> 'marche_id' = :texte and action = 'SUPPRESSION')
                select j.*, '' as sujet from journal j
                 where j.structure_id = :structure and j.table_nom = 'marche' and j.ligne = :texte
                union all
                select j.*, j.avant ->> 'numero' from journal j
                 where j.structure_id = :structure and j.table_nom in ('lot', 'reconduction') and j.avant ->> 'marche_id' = :texte
                union all
                select j.*, coalesce(p.nom, l.numero) from journal j
                  join lots l on l.id = j.avant ->> 'lot_id'
                  left join entreprise p on p.structure_id = j.structure_id and p.id = (j.avant ->> 'entreprise_id')::bigint
                 where j.structure_id = :structure and j.table_nom in ('lot_clause', 'participation')
                 order by id desc limit %d""".formatted(Recit.AU_PLUS),
                Map.of("structure", moi.structureId(), "marche", marche, "texte", Long.toString(marche)),
                TERMES,
                (une, toutes) -> une.supprime() ? removed(une, toutes) : changed(une, toutes));
    }

    private static String changed(Ecriture une, List<Ecriture> toutes) {
        if (une.table().equals("lot")) return "Lot " + une.sujet() + " modifié";
        if (une.table().equals("participation")) return "Part " + Typographie.de(une.sujet()) + " modifiée";
        return toutes.stream()
                .filter(e -> e.cle().equals("actif"))
                .findFirst()
                .map(e -> "true".equals(e.apres()) ? "Marché réactivé" : "Marché désactivé")
                .orElse("Marché modifié");
    }

    private static String removed(Ecriture une, List<Ecriture> toutes) {
        return switch (une.table()) {
            case "lot" -> "Lot " + une.sujet() + " supprimé";
            case "reconduction" ->
                "Reconduction jusqu’au " + TERMES.shown(Recit.before(toutes, "date_fin")) + " retirée";
            case "lot_clause" ->
                "Clause retirée du lot " + une.sujet() + "\u00a0: " + TERMES.shown(Recit.before(toutes, "type"));
            case "participation" ->
                une.sujet() + " n’est plus "
                        + TERMES.shown(Recit.before(toutes, "role")).toLowerCase(Locale.FRENCH);
            default -> "Marché supprimé";
        };
    }
}
