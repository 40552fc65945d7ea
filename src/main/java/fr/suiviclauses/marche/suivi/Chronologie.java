package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.Evenement.Reouverture;
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
import fr.suiviclauses.referentiel.TypeOperation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to a marché or to an operation's marchés, the latest first: movements of obligations, renewals, actions
 * done, and what was changed or taken away, by whom, as the journal keeps it. Among several each is named.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Chronologie {

    /** What a change is told of, by column; an id is told without its values. */
    private static final Map<String, String> COLONNES = Map.ofEntries(
            Map.entry("nom", "nom"),
            Map.entry("objectif", "objectif"),
            Map.entry("reference", "référence"),
            Map.entry("objet", "objet"),
            Map.entry("type", "type"),
            Map.entry("forme", "forme"),
            Map.entry("date_notification", "notification"),
            Map.entry("date_debut", "début"),
            Map.entry("date_fin", "fin"),
            Map.entry("numero", "numéro"),
            Map.entry("libelle", "ce qui est à faire"),
            Map.entry("echeance", "échéance"),
            Map.entry("responsable_id", "responsable changé"),
            Map.entry("faite_le", "faite le"),
            Map.entry("euros_par_heure", "euros par heure"),
            Map.entry("part", "part, en %"),
            Map.entry("donneur_ordre_id", "donneur d’ordres changé"),
            Map.entry("operation_id", "opération changée"),
            Map.entry("facilitateur_id", "facilitateur changé"),
            Map.entry("famille_id", "famille changée"));

    private static final Map<String, String> CODES = Stream.<Libelle[]>of(
                    TypeMarche.values(),
                    FormeMarche.values(),
                    TypeClause.values(),
                    RoleParticipation.values(),
                    TypeOperation.values())
            .flatMap(Stream::of)
            .collect(Collectors.toMap(Libelle::name, Libelle::libelle));

    private static final Termes TERMES = new Termes(COLONNES, Set.of("euros_par_heure", "part", "objectif"), CODES);

    private final JdbcClient jdbc;
    private final Recit recit;

    public List<Evenement> of(Portee portee, long id, UtilisateurConnecte moi) {
        return Recit.latest(facts(portee, id, moi), changes(portee, id, moi));
    }

    private List<Evenement> facts(Portee portee, long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        with marches as (%s)
                        select 'MOUVEMENT' as genre, o.date_effet as jour, o.nature as code, l.numero as texte, o.heures, o.motif as detail,
                               u.nom as auteur, m.reference, null::bigint as marche_id, null::bigint as action_id
                          from marches m
                          join lot l on l.structure_id = :structure and l.marche_id = m.id
                          join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                          left join utilisateur u on u.structure_id = o.structure_id and u.id = o.cree_par
                        union all
                        select 'DEBUT', coalesce(d.date_notification, d.date_debut), '', '', null, null, null, m.reference, null, null
                          from marches m
                          join marche d on d.structure_id = :structure and d.id = m.id
                        union all
                        select 'RECONDUCTION', r.date_fin, '', '', null, null, null, m.reference, null, null
                          from marches m
                          join reconduction r on r.structure_id = :structure and r.marche_id = m.id
                        union all
                        select 'ACTION', a.faite_le, '', a.libelle, null, null, u.nom, m.reference, m.id, a.id
                          from marches m
                          join action_marche a on a.structure_id = :structure and a.marche_id = m.id
                          left join utilisateur u on u.structure_id = a.structure_id and u.id = a.responsable_id
                         where a.faite_le is not null
                         order by jour desc limit %d""".formatted(portee.marches(), Recit.AU_PLUS))
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> fact(ligne, portee != Portee.MARCHE))
                .list();
    }

    private static Evenement fact(ResultSet ligne, boolean plusieurs) throws SQLException {
        String texte = ligne.getString("texte");
        String detail = ligne.getString("detail");
        String reference = ligne.getString("reference");
        String ou = plusieurs ? " (marché " + reference + ")" : "";
        String titre = switch (ligne.getString("genre")) {
            case "MOUVEMENT" ->
                NatureMouvement.valueOf(ligne.getString("code")).libelle() + " de "
                        + NombreAffiche.of(ligne.getBigDecimal("heures"), 2) + "\u00a0h, lot " + texte + ou;
            case "DEBUT" -> "Début du marché" + (plusieurs ? " " + reference : "");
            case "RECONDUCTION" -> "Fin d’une reconduction" + ou;
            default -> "Action faite\u00a0: " + texte + ou;
        };
        Evenement fait = Evenement.of(
                ligne.getObject("jour", LocalDate.class),
                titre,
                detail == null ? "" : detail,
                ligne.getString("auteur"));
        long action = ligne.getLong("action_id");
        return action == 0
                ? fait
                : fait.reopened(new Reouverture(ActionPage.reopening(ligne.getLong("marche_id"), action), texte));
    }

    /** A marché that left an operation, or was deleted in it, is known by what it was. */
    private List<Evenement> changes(Portee portee, long id, UtilisateurConnecte moi) {
        boolean plusieurs = portee != Portee.MARCHE;
        return recit.changes(
                """
                with marches as (
                    select id::text as id, case when :plusieurs then ' ' || reference else '' end as nom,
                           case when :plusieurs then ' (marché ' || reference || ')' else '' end as ou from (%s) m),
                lots as (
                    select l.id::text as id, l.numero, m.ou from marches m
                      join lot l on l.structure_id = :structure and l.marche_id = m.id::bigint
                    union
                    select j.avant ->> 'id', j.avant ->> 'numero', m.ou from marches m
                      join journal j on j.structure_id = :structure and j.table_nom = 'lot' and j.avant ->> 'marche_id' = m.id
                     where j.action = 'SUPPRESSION')
                select j.*, '' as sujet from journal j
                 where j.structure_id = :structure and j.table_nom = 'operation' and j.ligne = :operation
                union all
                select j.*, ' ' || (j.avant ->> 'reference') from journal j
                 where :plusieurs and j.structure_id = :structure and j.table_nom = 'marche' and j.avant ->> 'operation_id' = :operation
                   and j.ligne not in (select id from marches)
                union all
                select j.*, (j.avant ->> 'libelle') || m.ou from marches m
                  join journal j on j.structure_id = :structure and j.table_nom = 'action_marche' and j.avant ->> 'marche_id' = m.id
                 where j.avant ->> 'faite_le' is not null or j.apres ->> 'faite_le' is null
                union all
                select j.*, m.nom from marches m
                  join journal j on j.structure_id = :structure and j.table_nom = 'marche' and j.ligne = m.id
                union all
                select j.*, coalesce(j.avant ->> 'numero', '') || m.ou from marches m
                  join journal j on j.structure_id = :structure and j.table_nom in ('lot', 'reconduction') and j.avant ->> 'marche_id' = m.id
                union all
                select j.*, coalesce(p.nom, l.numero) || l.ou from lots l
                  join journal j on j.structure_id = :structure and j.table_nom in ('lot_clause', 'participation')
                                and j.avant ->> 'lot_id' = l.id
                  left join entreprise p on p.structure_id = j.structure_id and p.id = (j.avant ->> 'entreprise_id')::bigint
                 order by id desc limit %d""".formatted(portee.marches(), Recit.AU_PLUS),
                Map.of(
                        "structure",
                        moi.structureId(),
                        "id",
                        id,
                        "plusieurs",
                        plusieurs,
                        "operation",
                        portee == Portee.OPERATION ? Long.toString(id) : ""),
                TERMES,
                (une, toutes) -> une.supprime() ? removed(une, toutes) : changed(une, toutes));
    }

    private static String changed(Ecriture une, List<Ecriture> toutes) {
        if (une.table().equals("lot")) return "Lot " + une.sujet() + " modifié";
        if (une.table().equals("action_marche"))
            return (une.cle().equals("faite_le") ? "Action rouverte\u00a0: " : "Action modifiée\u00a0: ") + une.sujet();
        if (une.table().equals("participation")) return "Part " + Typographie.de(une.sujet()) + " modifiée";
        boolean operation = une.table().equals("operation");
        return (operation ? "Opération" : "Marché" + une.sujet())
                + toutes.stream()
                        .filter(e -> e.cle().equals("actif"))
                        .findFirst()
                        .map(e -> "true".equals(e.apres()) ? " réactivé" : " désactivé")
                        .orElse(" modifié")
                + (operation ? "e" : "");
    }

    private static String removed(Ecriture une, List<Ecriture> toutes) {
        return switch (une.table()) {
            case "lot" -> "Lot " + une.sujet() + " supprimé";
            case "action_marche" -> "Action supprimée\u00a0: " + une.sujet();
            case "reconduction" ->
                "Reconduction jusqu’au " + TERMES.shown(Recit.before(toutes, "date_fin")) + " retirée" + une.sujet();
            case "lot_clause" ->
                "Clause retirée du lot " + une.sujet() + "\u00a0: " + TERMES.shown(Recit.before(toutes, "type"));
            case "participation" ->
                une.sujet() + " n’est plus "
                        + TERMES.shown(Recit.before(toutes, "role")).toLowerCase(Locale.FRENCH);
            default -> "Marché" + une.sujet() + " supprimé";
        };
    }
}
