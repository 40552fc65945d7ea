package fr.suiviclauses.heures;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which contracts the filters show in the grid, on which lots, and what the filters name. */
@Component
@RequiredArgsConstructor
class RangsLecture {

    /** Of all pages together: more than a structure has contracts in a year. */
    private static final int LIGNES_EN_TOUT = 100_000;

    private final JdbcClient jdbc;

    /** What the filters name, for the title; a part is null where its filter is not set. */
    record Entete(
            boolean close,
            @Nullable String marche,
            @Nullable Long marcheId,
            @Nullable String lot,
            @Nullable String entreprise,
            @Nullable String facilitateur,
            @Nullable String operation) {}

    /** A contract on a lot. */
    record Rang(
            long contratId,
            long lotId,
            long personneId,
            String personne,
            Modalite modalite,
            String employeur,
            LocalDate debut,
            @Nullable LocalDate fin) {}

    /**
     * What the filters name.
     *
     * @throws IntrouvableException where one names nothing of the structure
     */
    Entete entete(FiltreHeures filtre, UtilisateurConnecte moi) {
        StatementSpec requete =
                jdbc.sql("""
                        select exists (select from arrete_annuel where structure_id = :structure and annee = :annee
                                         and etat in ('ARRETE', 'SCELLE')) as close,
                               (select d.nom || ' · marché ' || m.reference from marche m
                                  join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                                 where m.structure_id = :structure and m.id = :marche) as marche,
                               (select marche_id from lot where structure_id = :structure and id = :lot) as marche_id,
                               (select 'lot ' || l.numero || coalesce(' ' || l.objet, '') from lot l
                                 where l.structure_id = :structure and l.id = :lot and l.marche_id = coalesce(:marche, l.marche_id)) as lot,
                               (select nom from entreprise where structure_id = :structure and id = :entreprise) as entreprise,
                               (select nom from utilisateur where structure_id = :structure and id = :facilitateur) as facilitateur,
                               (select nom from operation where structure_id = :structure and id = :operation) as operation""").param("structure", moi.structureId()).param("annee", filtre.annee());
        for (String cible : FiltreHeures.CIBLES)
            requete = requete.param(cible, filtre.cibles().get(cible), java.sql.Types.BIGINT);
        Entete entete = requete.query(Entete.class).single();
        long trouvees = Stream.of(entete.marche, entete.lot, entete.entreprise, entete.facilitateur, entete.operation)
                .filter(Objects::nonNull)
                .count();
        if (trouvees < filtre.cibles().size()) throw new IntrouvableException("Ce que désigne l’adresse n’existe pas.");
        return entete;
    }

    /**
     * The rows of all pages. A month's view shows who worked the month before, or has hours already, or is expected: where
     * her lot was said, or where she had hours once while her contract and the marché run on (a reprise says no other).
     */
    List<Rang> rangs(FiltreHeures filtre, UtilisateurConnecte moi) {
        // The lots once, before their hours are read; then each contract by its key. Joined in one piece, the planner
        // takes
        // longer to choose an order than the rows take to be read.
        StatementSpec requete = jdbc.sql("""
                        with voulu as materialized (
                            select l.id, l.numero, m.reference, m.id as marche_id,
                                   a.debut <= :au and coalesce(a.fin, 'infinity') >= :du as actif
                              from lot l
                              join marche m on m.structure_id = :structure and m.id = l.marche_id
                              join marche_actif a on a.structure_id = :structure and a.marche_id = l.marche_id
                             where l.structure_id = :structure %1$s),
                        rang as (
                            select contrat_id, lot_id, true as prevu from affectation
                             where structure_id = :structure and lot_id in (select id from voulu) %2$s
                            union all
                            select contrat_id, lot_id, mois not between :avant and :au
                              from voulu v join releve_heures r on r.structure_id = :structure and r.lot_id = v.id
                             where (v.actif or mois between :avant and :au) %2$s
                            union all
                            select contrat_id, lot_id, false from mois_sans_heure
                             where structure_id = :structure and mois between :du and :au and lot_id in (select id from voulu) %2$s)
                        select c.id as contrat_id, v.id as lot_id, c.personne_id, c.nom, c.prenom, c.modalite, c.employeur, c.debut, c.fin
                          from (select contrat_id, lot_id, bool_and(prevu) as prevu from rang group by contrat_id, lot_id) r
                          join voulu v on v.id = r.lot_id
                         cross join lateral (
                            select c.id, c.modalite, c.debut, c.fin, e.nom as employeur,
                                   b.id as personne_id, b.nom, b.prenom, b.nom_normalise, b.prenom_normalise
                              from contrat_insertion c
                              join beneficiaire b on b.structure_id = :structure and b.id = c.beneficiaire_id
                              join entreprise e on e.structure_id = :structure and e.id = c.employeur_id
                             where c.structure_id = :structure and c.id = r.contrat_id
                               and (not r.prevu or (c.debut <= :au and coalesce(c.fin, 'infinity') >= :du)) offset 0) c
                         %3$s
                         order by v.reference, v.marche_id, v.numero, v.id, c.nom_normalise nulls last, c.prenom_normalise, c.personne_id, c.debut, c.id
                         limit :max""".formatted(lots(filtre), contrats(filtre), avecStatut(filtre)))
                .param("structure", moi.structureId())
                .param(
                        "avant",
                        filtre.mois() == null ? filtre.du() : filtre.du().minusMonths(1))
                .param("du", filtre.du())
                .param("au", filtre.au())
                .param("max", LIGNES_EN_TOUT);
        for (Map.Entry<String, Long> cible : filtre.cibles().entrySet())
            requete = requete.param(cible.getKey(), cible.getValue());
        if (filtre.statut() != null)
            requete = requete.param("statut", filtre.statut().name());
        return requete.query((ligne, n) -> new Rang(
                        ligne.getLong("contrat_id"),
                        ligne.getLong("lot_id"),
                        ligne.getLong("personne_id"),
                        Personne.nom(ligne.getString("nom"), ligne.getString("prenom")),
                        Modalite.valueOf(ligne.getString("modalite")),
                        ligne.getString("employeur"),
                        ligne.getObject("debut", LocalDate.class),
                        ligne.getObject("fin", LocalDate.class)))
                .list();
    }

    private static String lots(FiltreHeures filtre) {
        StringBuilder lots = new StringBuilder();
        if (filtre.cibles().containsKey("marche")) lots.append(" and l.marche_id = :marche");
        if (filtre.cibles().containsKey("lot")) lots.append(" and l.id = :lot");
        if (filtre.cibles().containsKey("facilitateur")) lots.append(" and m.facilitateur_id = :facilitateur");
        if (filtre.cibles().containsKey("operation")) lots.append(" and m.operation_id = :operation");
        return lots.toString();
    }

    private static String contrats(FiltreHeures filtre) {
        return filtre.cibles().containsKey("entreprise")
                ? " and contrat_id in (select id from contrat_insertion where structure_id = :structure"
                        + " and (employeur_id = :entreprise or titulaire_id = :entreprise))"
                : "";
    }

    private static String avecStatut(FiltreHeures filtre) {
        return filtre.statut() == null
                ? ""
                : "where exists (select from releve_heures q where q.structure_id = :structure and q.contrat_id = c.id"
                        + " and q.lot_id = v.id and q.mois between :du and :au and q.statut = :statut)";
    }
}
