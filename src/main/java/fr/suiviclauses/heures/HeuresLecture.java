package fr.suiviclauses.heures;

import fr.suiviclauses.heures.RangsLecture.Entete;
import fr.suiviclauses.heures.RangsLecture.Rang;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the grid in four statements, however many people it shows: its head, its rows, their cells, their lots. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class HeuresLecture {

    /** The rows of a page: more than one screen can be filled in with. */
    static final int LIGNES_MAX = 200;

    private final RangsLecture lignes;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A cell as stored.
     *
     * @param motifNonCompte why it does not count, null where it does
     */
    record Case(
            long releveId,
            Etat etat,
            @Nullable StatutHeures statut,
            @Nullable String motifNonCompte,
            @Nullable String motif,
            @Nullable String justification) {}

    /** A lot and how far it is; its hours are the counted ones of all years. */
    record Lot(
            long id,
            String numero,
            @Nullable String objet,
            String marche,
            String donneur,
            @Nullable String titulaires,
            BigDecimal obligation,
            BigDecimal fait,
            @Nullable LocalDate premier,
            @Nullable LocalDate dernier,
            LocalDate debut,
            @Nullable LocalDate fin) {}

    /**
     * What the cells of all pages hold, by month, status and reason why they don't count.
     *
     * @param cases how many
     */
    record Somme(
            YearMonth mois, StatutHeures statut, @Nullable String motifNonCompte, BigDecimal heures, int cases) {}

    /**
     * A page of the rows.
     *
     * @param page the one shown, which is the last where a later one was asked
     * @param avant how many rows come before it
     * @param total how many rows there are on all pages
     * @param plusieursLots the rows of all pages are of several lots
     */
    record Tranche(int page, int pages, int avant, int total, boolean plusieursLots) {}

    /** A person's month above a full one over all her contracts; rejected hours were not worked. */
    record Charge(long personneId, YearMonth mois) {}

    /**
     * What the filters show.
     *
     * @param sommes of all pages; the rest is the page's
     * @param charges what the page's people have worked in a month, where that is above a full one
     */
    record Grille(
            Entete entete,
            Tranche tranche,
            List<Rang> rangs,
            Map<Cle, Case> cases,
            List<Somme> sommes,
            Map<Charge, BigDecimal> charges,
            List<Lot> lots) {}

    /** The page of rows asked for, with what is stored in their cells. */
    Grille page(FiltreHeures filtre, UtilisateurConnecte moi) {
        return read(filtre, LIGNES_MAX, moi);
    }

    /** All rows, whatever the page. */
    Grille whole(FiltreHeures filtre, UtilisateurConnecte moi) {
        return read(filtre, Integer.MAX_VALUE, moi);
    }

    private Grille read(FiltreHeures filtre, int parPage, UtilisateurConnecte moi) {
        Entete entete = lignes.entete(filtre, moi);
        List<Rang> tous = lignes.rangs(filtre, moi);
        int pages = Math.max(1, (tous.size() - 1) / parPage + 1);
        int page = Math.min(filtre.page(), pages);
        int avant = (page - 1) * parPage;
        List<Rang> rangs = tous.subList(avant, Math.min(tous.size(), avant + parPage));
        Tranche tranche = new Tranche(
                page,
                pages,
                avant,
                tous.size(),
                tous.stream().map(Rang::lotId).distinct().count() > 1);
        Map<Cle, Case> cases = new HashMap<>();
        List<Somme> sommes = new ArrayList<>();
        Map<Charge, BigDecimal> charges = new HashMap<>();
        if (!rangs.isEmpty()) cases(filtre, tous, tranche, rangs.size(), moi, cases, sommes, charges);
        return new Grille(entete, tranche, rangs, cases, sommes, charges, lots(filtre, rangs, moi));
    }

    /**
     * Three questions in one statement: the page's cells, one by one; the sums of the cells of all rows; which months of the
     * page's people are above a full one over all their contracts.
     */
    private void cases(
            FiltreHeures filtre,
            List<Rang> tous,
            Tranche tranche,
            int lignes,
            UtilisateurConnecte moi,
            Map<Cle, Case> cases,
            List<Somme> sommes,
            Map<Charge, BigDecimal> charges) {
        // Whether an hour counts is said as heure_qualifiee says it; that view would ask it of all the years' hours.
        jdbc.sql("""
                        with voulu as (
                            select contrat_id, lot_id, rang > :avant_rang and rang <= :dernier_rang as montre
                              from unnest(string_to_array(:contrats, ',')::bigint[], string_to_array(:lots, ',')::bigint[])
                                   with ordinality as v (contrat_id, lot_id, rang)),
                        stocke as materialized (
                            select v.montre, r.contrat_id, r.lot_id, r.mois, r.heures, r.id as releve_id, r.statut,
                                   case when r.statut <> 'VALIDEE' then r.statut
                                        when r.id not in (
                                             select releve_id from heure_comptee
                                              where structure_id = :structure and mois between :avant and :au
                                                and contrat_id = any(string_to_array(:contrats, ',')::bigint[])
                                                and beneficiaire_id = any(string_to_array(:personnes, ',')::bigint[]))
                                        then 'HORS_PERIODE_ELIGIBILITE' end as motif_non_compte,
                                   r.version, r.motif, r.justification
                              from voulu v
                              join releve_heures r on r.structure_id = :structure and r.contrat_id = v.contrat_id
                                                  and r.lot_id = v.lot_id
                             where r.mois between :avant and :au)
                        select 'CASE' as nature, 1 as cases, contrat_id, lot_id, mois, heures, releve_id, statut, motif_non_compte, version,
                               motif, justification
                          from stocke where montre
                        union all
                        select 'CASE', 1, z.contrat_id, z.lot_id, z.mois, 0, 0, null, null, null, null, null
                          from voulu v
                          join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = v.contrat_id and z.lot_id = v.lot_id
                         where v.montre and z.mois between :avant and :au
                        union all
                        select 'SOMME', count(*), null, null, mois, sum(heures), 0, statut, motif_non_compte, null, null, null
                          from stocke group by mois, statut, motif_non_compte
                        union all
                        select 'CHARGE', 0, c.beneficiaire_id, null, r.mois, sum(r.heures), 0, null, null, null, null, null
                          from (select distinct d.beneficiaire_id from voulu v
                                  join contrat_insertion d on d.structure_id = :structure and d.id = v.contrat_id
                                 where v.montre) p
                          join contrat_insertion c on c.structure_id = :structure and c.beneficiaire_id = p.beneficiaire_id
                          join releve_heures r on r.structure_id = :structure and r.contrat_id = c.id
                         where r.mois between :avant and :au and r.statut <> 'REJETEE'
                         group by c.beneficiaire_id, r.mois having sum(r.heures) > :plein""")
                .param("structure", moi.structureId())
                .param(
                        "avant",
                        filtre.mois() == null ? filtre.du() : filtre.du().minusMonths(1))
                .param("au", filtre.au())
                .param("contrats", ids(tous.stream().map(Rang::contratId).toList()))
                .param("lots", ids(tous.stream().map(Rang::lotId).toList()))
                .param(
                        "personnes",
                        ids(tous.stream().map(Rang::personneId).distinct().toList()))
                .param("plein", Regles.TEMPS_PLEIN)
                .param("avant_rang", tranche.avant())
                .param("dernier_rang", tranche.avant() + lignes)
                .query((RowCallbackHandler) ligne -> {
                    YearMonth mois = YearMonth.from(ligne.getObject("mois", LocalDate.class));
                    String statut = ligne.getString("statut");
                    long contrat = ligne.getLong("contrat_id");
                    String nature = ligne.getString("nature");
                    if ("CHARGE".equals(nature)) {
                        charges.put(new Charge(contrat, mois), ligne.getBigDecimal("heures"));
                        return;
                    }
                    if ("SOMME".equals(nature)) {
                        sommes.add(new Somme(
                                mois,
                                StatutHeures.valueOf(statut),
                                ligne.getString("motif_non_compte"),
                                ligne.getBigDecimal("heures"),
                                ligne.getInt("cases")));
                        return;
                    }
                    cases.put(
                            new Cle(contrat, ligne.getLong("lot_id"), mois),
                            new Case(
                                    ligne.getLong("releve_id"),
                                    statut == null
                                            ? Etat.SANS_HEURE
                                            : new Etat(ligne.getInt("version"), ligne.getBigDecimal("heures")),
                                    statut == null ? null : StatutHeures.valueOf(statut),
                                    ligne.getString("motif_non_compte"),
                                    ligne.getString("motif"),
                                    ligne.getString("justification")));
                });
    }

    private List<Lot> lots(FiltreHeures filtre, List<Rang> rangs, UtilisateurConnecte moi) {
        // Naming the people spares the eligibility windows of all others, which are the structure's.
        return jdbc.sql("""
                        with voulu as materialized (
                            select l.id, l.numero, l.objet, m.reference as marche, m.id as marche_id, d.nom as donneur, a.debut, a.fin
                              from lot l
                              join marche m on m.structure_id = :structure and m.id = l.marche_id
                              join donneur_ordre d on d.structure_id = :structure and d.id = m.donneur_ordre_id
                              join marche_actif a on a.structure_id = :structure and a.marche_id = l.marche_id
                             where l.structure_id = :structure
                               and (l.marche_id = :marche or l.id = :lot or l.id = any(string_to_array(:lots, ',')::bigint[]))),
                        fait as (
                            select h.lot_id, sum(h.heures) as heures, min(h.mois) as premier, max(h.mois) as dernier
                              from heure_comptee h
                             where h.structure_id = :structure and h.lot_id = any(array(select id from voulu))
                               and h.beneficiaire_id = any(array(
                                   select c.beneficiaire_id from contrat_insertion c
                                    where c.structure_id = :structure and c.id = any(array(
                                        select r.contrat_id from releve_heures r
                                         where r.structure_id = :structure and r.lot_id = any(array(select id from voulu))))))
                             group by h.lot_id)
                        select v.id, v.numero, v.objet, v.marche, v.donneur, v.debut, v.fin,
                               (select string_agg(e.nom, ', ' order by e.nom) from participation p
                                  join entreprise e on e.structure_id = :structure and e.id = p.entreprise_id
                                 where p.structure_id = :structure and p.lot_id = v.id and p.role = 'TITULAIRE') as titulaires,
                               coalesce((select sum(o.heures) from mouvement_obligation o
                                          where o.structure_id = :structure and o.lot_id = v.id and o.date_effet <= :jour), 0) as obligation,
                               coalesce(f.heures, 0) as fait, f.premier, f.dernier
                          from voulu v
                          left join fait f on f.lot_id = v.id
                         order by v.marche, v.marche_id, v.numero, v.id""")
                .param("structure", moi.structureId())
                .param("jour", moi.dateMetier(clock))
                .param("marche", filtre.cibles().get("marche"), java.sql.Types.BIGINT)
                .param("lot", filtre.cibles().get("lot"), java.sql.Types.BIGINT)
                .param("lots", ids(rangs.stream().map(Rang::lotId).distinct().toList()))
                .query(Lot.class)
                .list();
    }

    private static String ids(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
