package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Evenement;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Recit;
import fr.suiviclauses.commun.saisie.Recit.Ecriture;
import fr.suiviclauses.commun.saisie.Recit.Termes;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to a person, the latest first: entries, prolongations and the end of eligibility; contracts begun and
 * ended; the counted hours of the last twelve months, month by month; what she answered; and what was merged, parted again,
 * changed or taken away, by whom. Criteria are sensitive: they are read on the entry that has them, and nowhere else.
 */
@Component
@RequiredArgsConstructor
class PersonneChronologie {

    private static final int MOIS = 12;

    /** What a change is told of, by column; an id is told without its values. */
    private static final Map<String, String> COLONNES = Map.ofEntries(
            Map.entry("nom", "nom"),
            Map.entry("prenom", "prénom"),
            Map.entry("naissance", "naissance"),
            Map.entry("sexe", "sexe"),
            Map.entry("reference", "référence"),
            Map.entry("adresse", "adresse"),
            Map.entry("code_postal", "code postal"),
            Map.entry("commune", "commune"),
            Map.entry("telephone", "téléphone"),
            Map.entry("courriel", "courriel"),
            Map.entry("motif_homonyme", "homonyme"),
            Map.entry("debut", "début"),
            Map.entry("fin", "fin"),
            Map.entry("commune_insee", "commune"),
            Map.entry("metropole", "dans la métropole"),
            Map.entry("qpv", "QPV"),
            Map.entry("qpv_code", "code du QPV"),
            Map.entry("qpv_evalue_le", "QPV évalué le"),
            Map.entry("diplome", "diplôme"),
            Map.entry("prescripteur", "prescripteur"),
            Map.entry("employeur_id", "employeur changé"),
            Map.entry("titulaire_id", "titulaire changé"),
            Map.entry("lieu", "lieu"),
            Map.entry("modalite", "modalité"),
            Map.entry("type", "type"),
            Map.entry("situation", "situation"),
            Map.entry("date_reponse", "réponse du"));

    private static final Termes TERMES = new Termes(COLONNES, Set.of(), codes());

    private final JdbcClient jdbc;
    private final Recit recit;
    private final Clock clock;

    /** Of a person whose record stands for itself; what the journal knows of an anonymised one is not told again. */
    List<Evenement> of(Identite identite, UtilisateurConnecte moi) {
        List<Evenement> ecrits = new ArrayList<>(recit.merges(
                "beneficiaire",
                "coalesce(x.nom || ' ' || x.prenom, 'personne anonymisée')",
                moi.structureId(),
                identite.id(),
                PersonneChronologie::merge));
        if (!identite.anonyme()) ecrits.addAll(changes(identite.id(), moi));
        return Recit.latest(facts(identite.id(), moi), ecrits);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(Map.of("true", "oui", "false", "non"));
        Stream.of(
                        Modalite.values(),
                        TypeContrat.values(),
                        Situation.values(),
                        Diplome.values(),
                        Qpv.values(),
                        Sexe.values())
                .flatMap(Stream::<Libelle>of)
                .forEach(code -> codes.put(code.name(), code.libelle()));
        return codes;
    }

    private List<Evenement> facts(long id, UtilisateurConnecte moi) {
        LocalDate jour = moi.dateMetier(clock);
        return jdbc.sql("""
                        with contrats as (
                            select c.debut, c.fin, e.nom as employeur, (
                                   select string_agg(m.reference || ', lot ' || l.numero, ' ; ' order by m.reference, l.numero)
                                     from lot l
                                     join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                                    where l.structure_id = c.structure_id and l.id in (
                                          select a.lot_id from affectation a where a.structure_id = c.structure_id and a.contrat_id = c.id
                                          union all
                                          select r.lot_id from releve_heures r where r.structure_id = c.structure_id and r.contrat_id = c.id))
                                   as lots
                              from contrat_insertion c
                              join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                             where c.structure_id = :structure and c.beneficiaire_id = :id)
                        select 'ENTREE' as genre, debut as jour, '' as texte, prescripteur as detail, null as auteur, 0::numeric as heures
                          from entree where structure_id = :structure and beneficiaire_id = :id and debut <= :jour
                        union all
                        select 'FIN_ELIGIBILITE', n.fin, '', null, null, 0 from entree n
                         where n.structure_id = :structure and n.beneficiaire_id = :id and n.fin < :jour
                           and not exists (select from entree s where s.structure_id = n.structure_id
                                              and s.beneficiaire_id = n.beneficiaire_id and s.debut = n.fin + 1)
                        union all
                        select 'PROLONGATION', p.cree_le::date, p.fin::text, p.motif, u.nom, 0 from entree n
                          join prolongation p on p.structure_id = n.structure_id and p.entree_id = n.id
                          join utilisateur u on u.structure_id = p.structure_id and u.id = p.cree_par
                         where n.structure_id = :structure and n.beneficiaire_id = :id
                        union all
                        select 'DEBUT', debut, employeur, lots, null, 0 from contrats where debut <= :jour
                        union all
                        select 'FIN', fin, employeur, lots, null, 0 from contrats where fin < :jour
                        union all
                        select 'HEURES', h.mois, '', string_agg(distinct m.reference || ', lot ' || l.numero, ' ; '), null, sum(h.heures)
                          from heure_comptee h
                          join lot l on l.structure_id = h.structure_id and l.id = h.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         where h.structure_id = :structure and h.beneficiaire_id = :id and h.mois >= :depuis group by h.mois
                        union all
                        select 'SUIVI', coalesce(s.date_reponse, s.saisie_le::date), s.situation,
                               'à ' || s.jalon || ' mois, heures de ' || s.cohorte, u.nom, 0
                          from situation_suivi s
                          left join utilisateur u on u.structure_id = s.structure_id and u.id = s.saisie_par
                         where s.structure_id = :structure and s.beneficiaire_id = :id
                         order by jour desc, genre desc limit %d""".formatted(Recit.AU_PLUS))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .param("depuis", jour.withDayOfMonth(1).minusMonths(MOIS))
                .query((ligne, rang) -> fact(ligne))
                .list();
    }

    private static Evenement fact(ResultSet ligne) throws SQLException {
        LocalDate jour = ligne.getObject("jour", LocalDate.class);
        String texte = ligne.getString("texte");
        String detail = ligne.getString("detail");
        String genre = ligne.getString("genre");
        String suite = detail == null ? "" : detail;
        if (genre.equals("HEURES"))
            return Evenement.of(
                    YearMonth.from(jour),
                    NombreAffiche.of(ligne.getBigDecimal("heures"), 2) + "\u00a0h comptées",
                    suite);
        String titre = switch (genre) {
            case "ENTREE" -> "Entrée dans le dispositif";
            case "FIN_ELIGIBILITE" -> "Dernier jour d’éligibilité";
            case "PROLONGATION" -> "Éligibilité prolongée jusqu’au " + TERMES.shown(texte);
            case "DEBUT" -> "Contrat commencé\u00a0: " + texte;
            case "FIN" -> "Contrat terminé\u00a0: " + texte;
            default -> "Réponse\u00a0: " + answer(texte);
        };
        return Evenement.of(jour, titre, suite, ligne.getString("auteur"));
    }

    private static String answer(@Nullable String situation) {
        return "NON_RENSEIGNE".equals(situation) ? "injoignable" : TERMES.shown(situation);
    }

    private static String merge(String autre, boolean gardee, boolean annulee) {
        String nom = "«\u00a0" + autre + "\u00a0»";
        if (annulee) return "Fusion " + (gardee ? "de la fiche " : "dans la fiche ") + nom + " annulée";
        return gardee ? "Fiche " + nom + " fusionnée dans celle-ci" : "Fiche fusionnée dans " + nom;
    }

    private List<Evenement> changes(long id, UtilisateurConnecte moi) {
        // What stands is found by its own number, which the journal is indexed by; what was taken away, by whose it
        // was.
        return recit.changes(
                """
                select j.*, '' as sujet from journal j
                 where j.structure_id = :structure and j.table_nom = 'beneficiaire' and j.ligne = :texte
                   and j.avant -> 'fusionne_dans' is not distinct from j.apres -> 'fusionne_dans'
                union all
                select j.*, s.sujet from (
                    select 'entree' as quoi, id::text as ligne, debut::text as sujet from entree
                     where structure_id = :structure and beneficiaire_id = :id
                    union all
                    select 'contrat_insertion', id::text, coalesce(reference, debut::text) from contrat_insertion
                     where structure_id = :structure and beneficiaire_id = :id
                    union all
                    select 'situation_suivi', id::text, 'à ' || jalon || ' mois, heures de ' || cohorte from situation_suivi
                     where structure_id = :structure and beneficiaire_id = :id) s
                  join journal j on j.structure_id = :structure and j.table_nom = s.quoi and j.ligne = s.ligne
                union all
                select j.*, '' from journal j
                 where j.structure_id = :structure and j.action = 'SUPPRESSION'
                   and (j.table_nom in ('entree', 'contrat_insertion', 'situation_suivi') and j.avant ->> 'beneficiaire_id' = :texte
                        or j.table_nom = 'prolongation' and j.avant ->> 'entree_id' in (
                           select id::text from entree where structure_id = :structure and beneficiaire_id = :id))
                 order by id desc limit %d""".formatted(Recit.AU_PLUS),
                Map.of("structure", moi.structureId(), "id", id, "texte", Long.toString(id)),
                TERMES,
                (une, toutes) -> une.supprime() ? removed(une, toutes) : changed(une, toutes));
    }

    private static String changed(Ecriture une, List<Ecriture> toutes) {
        return switch (une.table()) {
            case "entree" -> "Entrée du " + TERMES.shown(une.sujet()) + " modifiée";
            case "contrat_insertion" -> "Contrat " + named(une.sujet()) + " modifié";
            case "situation_suivi" -> "Réponse corrigée, " + une.sujet();
            default ->
                toutes.stream()
                        .filter(e -> e.cle().equals("actif"))
                        .findFirst()
                        .map(e -> "true".equals(e.apres()) ? "Fiche réactivée" : "Fiche désactivée")
                        .orElse("Fiche modifiée");
        };
    }

    private static String removed(Ecriture une, List<Ecriture> toutes) {
        String debut = Recit.before(toutes, "debut");
        return switch (une.table()) {
            case "entree" -> "Entrée du " + TERMES.shown(debut) + " supprimée";
            case "contrat_insertion" -> {
                String reference = Recit.before(toutes, "reference");
                yield "Contrat " + named(String.valueOf(reference == null ? debut : reference)) + " supprimé";
            }
            case "prolongation" -> "Prolongation jusqu’au " + TERMES.shown(Recit.before(toutes, "fin")) + " retirée";
            default ->
                "Réponse retirée, à " + Recit.before(toutes, "jalon") + " mois, heures de "
                        + Recit.before(toutes, "cohorte") + "\u00a0: " + answer(Recit.before(toutes, "situation"));
        };
    }

    /** By its reference, else by the day it began. */
    private static String named(String contrat) {
        return contrat.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? "du " + DateFrancaise.affiche(LocalDate.parse(contrat))
                : contrat;
    }
}
