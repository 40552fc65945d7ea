package fr.suiviclauses.entreprise;

import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Recit;
import fr.suiviclauses.commun.saisie.Recit.Ecriture;
import fr.suiviclauses.commun.saisie.Recit.Termes;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
 * What happened to a company, the latest first: lots, from the day their marché begins, and their end; contracts begun and
 * ended, and hours of the last twelve months, month by month; and what was merged, parted again, changed or taken away, by
 * whom.
 */
@Component
@RequiredArgsConstructor
class EntrepriseChronologie {

    /** A month's people, by name, up to so many. */
    private static final int NOMS = 5;

    private static final int MOIS = 12;

    private static final Termes TERMES = new Termes(
            Map.of("nom", "nom", "siren", "SIREN", "type", "type", "part", "part, en %"),
            Set.of("part"),
            Stream.<Libelle>concat(Stream.of(TypeEntreprise.values()), Stream.of(RoleParticipation.values()))
                    .collect(Collectors.toMap(Libelle::name, Libelle::libelle)));

    private final JdbcClient jdbc;
    private final Recit recit;
    private final Clock clock;

    List<Evenement> of(long entreprise, UtilisateurConnecte moi) {
        List<Evenement> ecrits = new ArrayList<>(
                recit.merges("entreprise", "x.nom", moi.structureId(), entreprise, EntrepriseChronologie::merge));
        ecrits.addAll(changes(entreprise, moi));
        return Recit.latest(facts(entreprise, moi), ecrits);
    }

    private List<Evenement> facts(long entreprise, UtilisateurConnecte moi) {
        LocalDate jour = moi.dateMetier(clock);
        return jdbc.sql("""
                        with roles as (
                            select p.role, l.numero, m.reference, d.nom as donneur, k.debut, k.fin
                              from participation p
                              join lot l on l.structure_id = p.structure_id and l.id = p.lot_id
                              join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                              join marche_actif k on k.structure_id = m.structure_id and k.marche_id = m.id
                              join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                             where p.structure_id = :structure and p.entreprise_id = :id),
                        contrats as (
                            select c.debut, c.fin, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne
                              from contrat_insertion c
                              join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
                             where c.structure_id = :structure and c.employeur_id = :id)
                        select 'ROLE' as genre, debut as jour, role as code, numero, reference, donneur as detail, 0::bigint as nombre, 0::numeric as heures
                          from roles where debut <= :jour
                        union all
                        select distinct 'FIN_MARCHE', fin, '', '', reference, donneur, 0, 0 from roles where fin < :jour
                        union all
                        select 'DEBUTS', premier_du_mois(debut), '', '', '',
                               array_to_string((array_agg(personne order by debut, personne))[1: %1$d], ', '), count(*), 0
                          from contrats where debut <= :jour group by premier_du_mois(debut)
                        union all
                        select 'FINS', premier_du_mois(fin), '', '', '',
                               array_to_string((array_agg(personne order by fin, personne))[1: %1$d], ', '), count(*), 0
                          from contrats where fin < :jour group by premier_du_mois(fin)
                        union all
                        select 'HEURES', h.mois, '', '', '', '', count(distinct h.beneficiaire_id), sum(h.heures) from contrat_insertion c
                          join heure_comptee h on h.structure_id = c.structure_id and h.contrat_id = c.id
                         where c.structure_id = :structure and c.employeur_id = :id and h.mois >= :depuis group by h.mois
                         order by jour desc, genre desc limit %2$d""".formatted(NOMS, Recit.AU_PLUS))
                .param("structure", moi.structureId())
                .param("id", entreprise)
                .param("jour", jour)
                .param("depuis", jour.withDayOfMonth(1).minusMonths(MOIS))
                .query((ligne, rang) -> fact(ligne, moi.mayOpen("/contrats")))
                .list();
    }

    private static Evenement fact(ResultSet ligne, boolean nommes) throws SQLException {
        LocalDate jour = ligne.getObject("jour", LocalDate.class);
        long nombre = ligne.getLong("nombre");
        String genre = ligne.getString("genre");
        String detail = ligne.getString("detail");
        return switch (genre) {
            case "ROLE" ->
                Evenement.of(
                        jour,
                        TERMES.shown(ligne.getString("code")) + " du lot " + ligne.getString("numero") + ", marché "
                                + ligne.getString("reference"),
                        detail,
                        null);
            case "FIN_MARCHE" -> Evenement.of(jour, "Fin du marché " + ligne.getString("reference"), detail, null);
            case "HEURES" ->
                Evenement.of(
                        YearMonth.from(jour),
                        NombreAffiche.of(ligne.getBigDecimal("heures"), 2) + "\u00a0h comptées",
                        counted(nombre, "personne"));
            default ->
                Evenement.of(
                        YearMonth.from(jour),
                        counted(nombre, "contrat")
                                + (genre.equals("DEBUTS") ? " commencé" : " terminé")
                                + (nombre < 2 ? "" : "s"),
                        nommes ? names(detail, nombre) : "");
        };
    }

    private static String counted(long nombre, String quoi) {
        return NombreAffiche.of(nombre) + "\u00a0" + quoi + (nombre < 2 ? "" : "s");
    }

    private static String names(String premiers, long nombre) {
        long autres = nombre - NOMS;
        return autres <= 0 ? premiers : premiers + " et " + autres + (autres == 1 ? " autre" : " autres");
    }

    private static String merge(String autre, boolean gardee, boolean annulee) {
        String nom = "«\u00a0" + autre + "\u00a0»";
        if (annulee) return "Fusion " + (gardee ? "de " : "dans ") + nom + " annulée";
        return gardee ? nom + " fusionnée dans cette fiche" : "Fusionnée dans " + nom;
    }

    private List<Evenement> changes(long entreprise, UtilisateurConnecte moi) {
        return recit.changes(
                """
                select j.*, '' as sujet from journal j
                 where j.structure_id = :structure and j.table_nom = 'entreprise' and j.ligne = :texte
                   and j.avant -> 'fusionne_dans' is not distinct from j.apres -> 'fusionne_dans'
                union all
                select j.*, coalesce('lot ' || l.numero || ', marché ' || m.reference, 'lot supprimé depuis') from journal j
                  left join lot l on l.structure_id = j.structure_id and l.id = (j.avant ->> 'lot_id')::bigint
                  left join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                 where j.structure_id = :structure and j.table_nom = 'participation' and j.avant ->> 'entreprise_id' = :texte
                 order by id desc limit %d""".formatted(Recit.AU_PLUS),
                Map.of("structure", moi.structureId(), "texte", Long.toString(entreprise)),
                TERMES,
                EntrepriseChronologie::title);
    }

    private static String title(Ecriture une, List<Ecriture> toutes) {
        if (une.table().equals("participation"))
            return une.supprime()
                    ? "N’est plus "
                            + TERMES.shown(Recit.before(toutes, "role")).toLowerCase(Locale.FRENCH) + "\u00a0: "
                            + une.sujet()
                    : "Part modifiée\u00a0: " + une.sujet();
        return toutes.stream()
                .filter(e -> e.cle().equals("actif"))
                .findFirst()
                .map(e -> "true".equals(e.apres()) ? "Entreprise réactivée" : "Entreprise désactivée")
                .orElse("Fiche modifiée");
    }
}
