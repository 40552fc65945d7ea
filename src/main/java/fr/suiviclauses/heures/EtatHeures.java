package fr.suiviclauses.heures;

import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes cells, however many, with one statement each: SQL, for a month of forty people is one question. */
@Component
@RequiredArgsConstructor
class EtatHeures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // Each question once for all cells, by keys: what the people worked in these months is read in one go, for it holds
    // the
    // cells and the totals both. "offset 0" keeps the planner from reading the structure's contracts and hours instead.
    private static final String LECTURE = """
            with cellule as materialized (
                select d.contrat_id, d.lot_id, d.mois, c.beneficiaire_id, c.debut, c.fin
                  from jsonb_to_recordset(:cellules::jsonb) as d (contrat_id bigint, lot_id bigint, mois date)
                  join contrat_insertion c on c.structure_id = :structure and c.id = d.contrat_id),
            dans_lot as materialized (
                select l.id as lot_id, premier_du_mois(a.debut) as debut, coalesce(a.fin, 'infinity') as fin
                  from lot l
                  join marche_actif a on a.structure_id = :structure and a.marche_id = l.marche_id
                 where l.structure_id = :structure and l.id = any(array(select lot_id from cellule))),
            personne as materialized (
                select b.id, b.nom, b.prenom from beneficiaire b
                 where b.structure_id = :structure and b.id = any(array(select beneficiaire_id from cellule))),
            travail as materialized (
                select c.beneficiaire_id, r.id, r.contrat_id, r.lot_id, r.mois, r.heures, r.version, r.statut, r.justification,
                       r.modifie_le, r.modifie_par
                  from personne p
                 cross join lateral (
                    select id, beneficiaire_id from contrat_insertion
                     where structure_id = :structure and beneficiaire_id = p.id offset 0) c
                 cross join lateral (
                    select * from releve_heures
                     where structure_id = :structure and contrat_id = c.id
                       and mois between (select min(mois) from cellule) and (select max(mois) from cellule) offset 0) r),
            total as (
                select beneficiaire_id, mois, sum(heures) as heures from travail
                 where statut <> 'REJETEE' group by beneficiaire_id, mois)
            select x.*, p.nom, p.prenom, r.id as releve_id, r.heures, r.version, r.statut, r.justification, r.modifie_le,
                   z.contrat_id is not null as sans_heure, z.confirme_le,
                   (select nom from utilisateur u
                     where u.structure_id = :structure and u.id = coalesce(r.modifie_par, z.confirme_par)) as auteur,
                   coalesce(t.heures, 0) as total,
                   exists (select from entree e where e.structure_id = :structure and e.beneficiaire_id = x.beneficiaire_id
                            and x.mois between e.debut_mois and e.fin_mois) as eligible,
                   exists (select from arrete_annuel k where k.structure_id = :structure
                            and k.annee = extract(year from x.mois)::integer and k.etat in ('ARRETE', 'SCELLE')) as close,
                   x.mois between l.debut and l.fin as dans_marche,
                   r.id is not null or z.contrat_id is not null
                     or exists (select from affectation f where f.structure_id = :structure and f.contrat_id = x.contrat_id and f.lot_id = x.lot_id)
                     or exists (select from releve_heures o where o.structure_id = :structure and o.contrat_id = x.contrat_id and o.lot_id = x.lot_id)
                     as rattache
              from cellule x
              join personne p on p.id = x.beneficiaire_id
              join dans_lot l on l.lot_id = x.lot_id
              left join travail r on r.contrat_id = x.contrat_id and r.lot_id = x.lot_id and r.mois = x.mois
              left join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = x.contrat_id and z.lot_id = x.lot_id and z.mois = x.mois
              left join total t on t.beneficiaire_id = x.beneficiaire_id and t.mois = x.mois""";

    /**
     * Relevés first entered, changed and emptied, months confirmed as having none and no longer so. Returns how many rows
     * took each its change: fewer than asked means that someone was faster.
     */
    private static final String ECRITURE = """
            with cellule as (
                select * from jsonb_to_recordset(:cellules::jsonb)
                    as x (releve_id bigint, contrat_id bigint, lot_id bigint, mois date, heures numeric, version integer, justification text)),
            change as (
                update releve_heures r
                   set heures = c.heures, statut = :statut, motif = null,
                       justification = coalesce(c.justification, r.justification), version = r.version + 1
                  from cellule c
                 where r.structure_id = :structure and r.id = c.releve_id and r.version = c.version and c.heures > 0
                returning 1),
            ecrit as (
                insert into releve_heures (structure_id, contrat_id, lot_id, mois, heures, statut, justification)
                select :structure, contrat_id, lot_id, mois, heures, :statut, justification from cellule
                 where heures > 0 and releve_id is null
                on conflict on constraint releve_heures_une_par_mois do nothing
                returning 1),
            vide as (
                delete from releve_heures r using cellule c
                 where r.structure_id = :structure and r.id = c.releve_id and r.version = c.version and coalesce(c.heures, 0) = 0
                returning 1),
            confirme as (
                insert into mois_sans_heure (structure_id, contrat_id, lot_id, mois, confirme_par)
                select :structure, contrat_id, lot_id, mois, :moi from cellule where heures = 0
                on conflict do nothing
                returning 1),
            repris as (
                delete from mois_sans_heure z using cellule c
                 where z.structure_id = :structure and z.contrat_id = c.contrat_id and z.lot_id = c.lot_id and z.mois = c.mois
                   and c.heures is distinct from 0
                returning 1)
            select (select count(*) from change) + (select count(*) from ecrit) + (select count(*) from vide)""";

    private final JdbcClient jdbc;

    private record Cellule(
            @com.fasterxml.jackson.annotation.JsonProperty("releve_id") @Nullable
            Long releveId,

            @com.fasterxml.jackson.annotation.JsonProperty("contrat_id")
            long contratId,

            @com.fasterxml.jackson.annotation.JsonProperty("lot_id")
            long lotId,

            String mois,
            @Nullable BigDecimal heures,
            int version,
            @Nullable String justification) {

        static Cellule of(Cle cle) {
            return of(null, cle, null, 0, null);
        }

        static Cellule of(
                @Nullable Long releve,
                Cle cle,
                @Nullable BigDecimal heures,
                int version,
                @Nullable String justification) {
            return new Cellule(
                    releve, cle.contrat(), cle.lot(), cle.mois().atDay(1).toString(), heures, version, justification);
        }
    }

    /** Makes whoever else writes hours of these people wait: their months are judged as a whole. */
    void lock(Collection<Cle> cles, UtilisateurConnecte moi) {
        jdbc.sql("""
                        select b.id from beneficiaire b
                         where b.structure_id = :structure and b.id in (
                            select c.beneficiaire_id from jsonb_to_recordset(:cellules::jsonb) as x (contrat_id bigint)
                              join contrat_insertion c on c.structure_id = :structure and c.id = x.contrat_id)
                         order by b.id for no key update of b""")
                .param("structure", moi.structureId())
                .param("cellules", json(cles))
                .query(Long.class)
                .list();
    }

    /** What is known of these cells; what is not of the structure is absent. */
    Map<Cle, Fait> read(Collection<Cle> cles, UtilisateurConnecte moi) {
        Map<Cle, Fait> faits = new LinkedHashMap<>();
        jdbc.sql(LECTURE)
                .param("structure", moi.structureId())
                .param("cellules", json(cles))
                .query((ligne, rang) -> fait(ligne))
                .list()
                .forEach(fait -> faits.put(fait.cle(), fait));
        return faits;
    }

    private static String json(Collection<Cle> cles) {
        return JSON.writeValueAsString(cles.stream().map(Cellule::of).toList());
    }

    private static Fait fait(ResultSet ligne) throws SQLException {
        Timestamp moment = ligne.getTimestamp("modifie_le") == null
                ? ligne.getTimestamp("confirme_le")
                : ligne.getTimestamp("modifie_le");
        return new Fait(
                new Cle(
                        ligne.getLong("contrat_id"),
                        ligne.getLong("lot_id"),
                        YearMonth.from(ligne.getObject("mois", LocalDate.class))),
                ligne.getLong("beneficiaire_id"),
                Personne.nom(ligne.getString("nom"), ligne.getString("prenom")),
                ligne.getObject("debut", LocalDate.class),
                ligne.getObject("fin", LocalDate.class),
                ligne.getBoolean("rattache"),
                ligne.getBoolean("eligible"),
                ligne.getBoolean("dans_marche"),
                ligne.getBoolean("close"),
                ligne.getBigDecimal("heures") != null
                        ? new Etat(ligne.getInt("version"), ligne.getBigDecimal("heures"))
                        : ligne.getBoolean("sans_heure") ? Etat.SANS_HEURE : Etat.VIDE,
                ligne.getObject("releve_id", Long.class),
                ligne.getString("statut"),
                ligne.getString("justification"),
                ligne.getString("auteur"),
                moment == null ? null : moment.toInstant(),
                Objects.requireNonNull(ligne.getBigDecimal("total")));
    }

    /**
     * Writes all that was judged good, or nothing.
     *
     * @throws OptimisticLockingFailureException where since they were read an import wrote one of these cells, or their
     *     year was closed
     */
    void write(Collection<Verdict> verdicts, HeuresForm form, UtilisateurConnecte moi) {
        List<Cellule> cellules = new ArrayList<>();
        int attendues = 0;
        for (Verdict verdict : verdicts) {
            if (verdict.niveau() == Niveau.INCHANGEE) continue;
            Etat etat = verdict.fait().etat();
            String motif = form.justification(
                            verdict.fait().personne(), verdict.cle().mois())
                    .strip();
            cellules.add(Cellule.of(
                    verdict.fait().releve(),
                    verdict.cle(),
                    verdict.valeur(),
                    etat.version(),
                    motif.isEmpty() ? null : motif));
            boolean heures = verdict.valeur() != null && verdict.valeur().signum() > 0;
            if (heures || etat.version() >= 0) attendues++;
        }
        if (cellules.isEmpty()) return;
        int ecrites;
        try {
            ecrites = Contraintes.translated(() -> jdbc.sql(ECRITURE)
                    .param("structure", moi.structureId())
                    .param("moi", moi.id())
                    .param("statut", form.statut().name())
                    .param("cellules", JSON.writeValueAsString(cellules))
                    .query(Integer.class)
                    .single());
        } catch (RegleMetierException arretee) {
            throw new OptimisticLockingFailureException("the year was closed meanwhile", arretee);
        }
        if (ecrites != attendues) throw new OptimisticLockingFailureException("hours changed meanwhile");
    }

    /** Who emptied the cells that hold nothing any more: the journal alone knows. */
    Map<Cle, Effacement> erasures(Collection<Cle> cles, UtilisateurConnecte moi) {
        Map<Cle, Effacement> effacements = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (x.contrat_id, x.lot_id, x.mois) x.contrat_id, x.lot_id, x.mois, u.nom, j.moment
                          from jsonb_to_recordset(:cellules::jsonb) as x (contrat_id bigint, lot_id bigint, mois date)
                          join journal j on j.structure_id = :structure and j.table_nom in ('releve_heures', 'mois_sans_heure')
                               and j.action = 'SUPPRESSION'
                               and j.avant @> jsonb_build_object('contrat_id', x.contrat_id, 'lot_id', x.lot_id, 'mois', x.mois)
                          left join utilisateur u on u.structure_id = j.structure_id and u.id = j.auteur_id
                         order by x.contrat_id, x.lot_id, x.mois, j.id desc""")
                .param("structure", moi.structureId())
                .param("cellules", json(cles))
                .query((ligne, rang) -> {
                    Cle cle = new Cle(
                            ligne.getLong("contrat_id"),
                            ligne.getLong("lot_id"),
                            YearMonth.from(ligne.getObject("mois", LocalDate.class)));
                    Effacement effacement = new Effacement(
                            ligne.getString("nom"), ligne.getTimestamp("moment").toInstant());
                    return effacements.put(cle, effacement) == null;
                })
                .list();
        return effacements;
    }

    /** Who made a cell empty, and when. */
    record Effacement(@Nullable String auteur, java.time.Instant moment) {}

    /** A person's month over all her contracts. */
    record MoisCharge(@Nullable String nom, @Nullable String prenom, LocalDate mois, BigDecimal heures) {}

    /**
     * The first of the months that cannot hold the rejected ones among these relevés, were they rejected no more: above a
     * whole month, or above the legal maximum where nobody said why. Makes whoever else writes hours of these people wait.
     */
    Optional<MoisCharge> unfit(List<Long> ids, UtilisateurConnecte moi) {
        jdbc.sql("""
                        select id from beneficiaire where structure_id = :structure and id in (
                            select c.beneficiaire_id from releve_heures r
                              join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                             where r.structure_id = :structure and r.statut = 'REJETEE' and r.id = any(:ids))
                         order by id for no key update""")
                .param("structure", moi.structureId())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        with repris as (
                            select c.beneficiaire_id, r.mois, sum(r.heures) as heures,
                                   bool_or(btrim(coalesce(r.justification, '')) <> '') as justifiee
                              from releve_heures r
                              join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                             where r.structure_id = :structure and r.statut = 'REJETEE' and r.id = any(:ids)
                             group by c.beneficiaire_id, r.mois),
                        total as (
                            select p.beneficiaire_id, p.mois, p.heures + coalesce(h.heures, 0) as heures,
                                   p.justifiee or coalesce(h.justifiee, false) as justifiee
                              from repris p
                              left join heures_personne_mois h on h.structure_id = :structure
                                   and h.beneficiaire_id = p.beneficiaire_id and h.mois = p.mois)
                        select b.nom, b.prenom, t.mois, t.heures from total t
                          join beneficiaire b on b.structure_id = :structure and b.id = t.beneficiaire_id
                         where t.heures > :entier or (t.heures > :maximum and not t.justifiee)
                         order by t.mois, b.nom_normalise, b.id limit 1""")
                .param("structure", moi.structureId())
                .param("ids", ids.toArray(Long[]::new))
                .param("entier", Saisie.MOIS_ENTIER)
                .param("maximum", Regles.MAXIMUM_LEGAL)
                .query(MoisCharge.class)
                .optional();
    }

    /** Decides on relevés chosen one by one; those that someone changed meanwhile stay as they are. */
    int decide(
            List<Long> ids,
            List<Integer> versions,
            StatutHeures statut,
            @Nullable String motif,
            UtilisateurConnecte moi) {
        List<Map<String, Number>> choisis = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) choisis.add(Map.of("id", ids.get(i), "version", versions.get(i)));
        return Contraintes.translated(() -> jdbc.sql("""
                        update releve_heures r set statut = :statut, motif = :motif
                          from jsonb_to_recordset(:choisis::jsonb) as x (id bigint, version integer)
                         where r.structure_id = :structure and r.id = x.id and r.version = x.version
                           and not exists (select from arrete_annuel a where a.structure_id = r.structure_id
                                and a.annee = extract(year from r.mois) and a.etat in ('ARRETE', 'SCELLE'))""")
                .param("structure", moi.structureId())
                .param("statut", statut.name())
                .param("motif", motif)
                .param("choisis", JSON.writeValueAsString(choisis))
                .update());
    }
}
