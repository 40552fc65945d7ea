package fr.suiviclauses.echange.notice;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.echange.fichier.Limites;
import fr.suiviclauses.echange.format.ColonneHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The file of hours with a row for each month to enter: SQL, for it is read as it will be compared. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ModeleHeuresService {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The page, at the month that has just ended. */
    ModeleHeuresPage page(UtilisateurConnecte moi) {
        LocalDate aujourdhui = moi.dateMetier(clock);
        YearMonth dernier = YearMonth.from(aujourdhui).minusMonths(1);
        List<ModeleHeuresPage.Choix> mois = new ArrayList<>();
        mois.add(new ModeleHeuresPage.Choix("", "Toute l’année"));
        Stream.of(Month.values())
                .map(m -> new ModeleHeuresPage.Choix(
                        Integer.toString(m.getValue()), m.getDisplayName(TextStyle.FULL_STANDALONE, Locale.FRENCH)))
                .forEach(mois::add);
        int premiere = firstYear(moi, dernier.getYear());
        return new ModeleHeuresPage(
                perimeter(moi),
                IntStream.rangeClosed(0, aujourdhui.getYear() - premiere)
                        .mapToObj(i -> Integer.toString(aujourdhui.getYear() - i))
                        .map(annee -> new ModeleHeuresPage.Choix(annee, annee))
                        .toList(),
                mois,
                Integer.toString(dernier.getYear()),
                Integer.toString(dernier.getMonthValue()));
    }

    /**
     * The template of some months.
     *
     * @throws RegleMetierException when it would hold nothing, or too much
     */
    Modele modele(Periode periode, UtilisateurConnecte moi) {
        List<List<String>> lignes = rows(periode, moi);
        if (lignes.isEmpty()) throw new RegleMetierException("", "Aucun contrat n’est en cours sur cette période.");
        if (lignes.size() > Limites.LIGNES)
            throw new RegleMetierException(
                    "",
                    "Ce modèle aurait plus de " + NombreAffiche.of(Limites.LIGNES)
                            + "\u00a0lignes\u00a0: choisissez un mois.");
        return Modele.heures("heures-" + periode.nom(), lignes);
    }

    Periode periode(String annee, String mois, UtilisateurConnecte moi) {
        return Periode.of(annee, mois, moi.dateMetier(clock));
    }

    private String perimeter(UtilisateurConnecte moi) {
        int confies = inCharge(moi);
        if (confies == 0)
            return "Aucun marché ne vous est confié\u00a0: le modèle contient les contrats en cours de toute la structure.";
        return confies == 1
                ? "Le modèle contient les contrats en cours du marché qui vous est confié."
                : "Le modèle contient les contrats en cours des " + NombreAffiche.of(confies)
                        + "\u00a0marchés qui vous sont confiés.";
    }

    private int inCharge(UtilisateurConnecte moi) {
        return jdbc.sql("select count(*) from marche where structure_id = ? and facilitateur_id = ?")
                .param(moi.structureId())
                .param(moi.id())
                .query(Integer.class)
                .single();
    }

    private int firstYear(UtilisateurConnecte moi, int sinon) {
        return jdbc.sql("""
                        select least(greatest(coalesce(extract(year from min(debut))::integer, :sinon), :premiere), :sinon)
                          from contrat_insertion where structure_id = :structure""")
                .param("structure", moi.structureId())
                .param("premiere", Periode.PREMIERE_ANNEE)
                .param("sinon", sinon)
                .query(Integer.class)
                .single();
    }

    private List<List<String>> rows(Periode periode, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        with contrat as (
                            select * from contrat_insertion
                             where structure_id = :structure and debut < (:fin::date + interval '1 month') and (fin is null or fin >= :debut)),
                        ligne as (
                            select contrat_id, lot_id from affectation where structure_id = :structure
                            union
                            select contrat_id, lot_id from releve_heures where structure_id = :structure and contrat_id in (select id from contrat)
                            union
                            select contrat_id, lot_id from mois_sans_heure where structure_id = :structure and contrat_id in (select id from contrat))
                        select coalesce(c.reference, '#' || c.id) as contrat, b.reference as beneficiaire, b.nom, b.prenom, e.nom as entreprise,
                               d.nom as donneur_ordre, m.reference as marche, l.numero as lot, to_char(t.mois, 'YYYY-MM') as mois,
                               coalesce(replace(h.heures::text, '.', ','), case when z.mois is not null then '0' end) as heures,
                               h.statut, case when h.statut = 'REJETEE' then h.motif end as motif, h.justification
                          from ligne k
                          join contrat c on c.id = k.contrat_id
                          join generate_series(:debut::date, :fin::date, interval '1 month') t (mois)
                            on t.mois >= premier_du_mois(c.debut) and (c.fin is null or t.mois <= c.fin)
                          join lot l on l.structure_id = :structure and l.id = k.lot_id
                          join marche m on m.structure_id = :structure and m.id = l.marche_id
                          join donneur_ordre d on d.structure_id = :structure and d.id = m.donneur_ordre_id
                          join beneficiaire b on b.structure_id = :structure and b.id = c.beneficiaire_id
                          join entreprise e on e.structure_id = :structure and e.id = c.employeur_id
                          left join releve_heures h on h.structure_id = :structure and h.contrat_id = c.id and h.lot_id = l.id and h.mois = t.mois
                          left join mois_sans_heure z on z.structure_id = :structure and z.contrat_id = c.id and z.lot_id = l.id and z.mois = t.mois
                         where (:toutes or m.facilitateur_id = :moi)
                         order by b.recherche, c.id, d.nom, m.reference, l.numero, t.mois
                         limit :limite""")
                .param("structure", moi.structureId())
                .param("debut", periode.debut())
                .param("fin", periode.fin())
                .param("toutes", inCharge(moi) == 0)
                .param("moi", moi.id())
                .param("limite", Limites.LIGNES + 1)
                .query((ligne, rang) -> {
                    List<String> valeurs = new ArrayList<>();
                    for (ColonneHeures colonne : ColonneHeures.values()) {
                        String valeur = ligne.getString(colonne.nom());
                        valeurs.add(valeur == null ? "" : valeur);
                    }
                    return valeurs;
                })
                .list();
    }
}
