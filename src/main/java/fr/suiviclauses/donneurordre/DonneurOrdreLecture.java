package fr.suiviclauses.donneurordre;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.contact.ContactService;
import fr.suiviclauses.contact.Tiers;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a buyer's record. SQL, for its figures are sums over hours that no entity of this feature holds. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class DonneurOrdreLecture {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final ContactService contacts;
    private final Clock clock;

    /** What the record begins with. */
    record Identite(
            long id,
            String nom,
            String nature,
            boolean actif,
            int version,
            @Nullable Long fusionneDans) {}

    Identite identite(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, nom, nature, actif, version, fusionne_dans from donneur_ordre
                         where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce donneur d’ordres n’existe pas."));
    }

    DonneurOrdrePage page(Identite identite, UtilisateurConnecte moi) {
        return new DonneurOrdrePage(
                identite.id,
                identite.nom,
                NatureDonneurOrdre.valueOf(identite.nature).libelle(),
                identite.actif,
                identite.version,
                sirets(identite.id, moi),
                chartes(identite.id, moi),
                contacts.list(Tiers.DONNEUR_ORDRE, identite.id, moi),
                absorbes(identite.id, moi),
                marches(identite.id, moi),
                annees(identite.id, moi));
    }

    /** The form on a record. */
    DonneurOrdreForm form(Identite identite, UtilisateurConnecte moi) {
        List<String> sirets = sirets(identite.id, moi);
        return new DonneurOrdreForm(
                identite.nom,
                identite.nature,
                String.join("\n", sirets),
                Integer.toString(identite.version),
                Conflit.several(sirets.stream()),
                "");
    }

    private List<String> sirets(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select siret from donneur_ordre_siret
                         where structure_id = :structure and donneur_ordre_id = :id order by siret""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .list();
    }

    private List<DonneurOrdrePage.Charte> chartes(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, charte, debut, fin, daterange(debut, fin, '[]') @> :jour::date as en_vigueur
                          from signature_charte where structure_id = :structure and donneur_ordre_id = :id
                         order by charte, debut nulls first""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", moi.dateMetier(clock))
                .query((ligne, rang) -> new DonneurOrdrePage.Charte(
                        ligne.getLong("id"),
                        Charte.valueOf(ligne.getString("charte")).libelle(),
                        dates(ligne.getObject("debut", LocalDate.class), ligne.getObject("fin", LocalDate.class)),
                        ligne.getBoolean("en_vigueur")))
                .list();
    }

    private static String dates(@Nullable LocalDate debut, @Nullable LocalDate fin) {
        if (debut == null) return fin == null ? "sans date" : "jusqu’au " + JOUR.format(fin);
        return fin == null ? "depuis le " + JOUR.format(debut) : "du " + JOUR.format(debut) + " au " + JOUR.format(fin);
    }

    private List<DonneurOrdrePage.Absorbe> absorbes(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select f.id as fusion, d.nom, f.fait_le, u.nom as auteur from fusion_donneur_ordre f
                          join donneur_ordre d on d.structure_id = f.structure_id and d.id = f.absorbe_id
                          left join utilisateur u on u.structure_id = f.structure_id and u.id = f.fait_par
                         where f.structure_id = :structure and f.garde_id = :id and f.annule_le is null
                         order by f.id desc""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new DonneurOrdrePage.Absorbe(
                        ligne.getLong("fusion"),
                        ligne.getString("nom"),
                        JOUR.format(ligne.getTimestamp("fait_le").toInstant().atZone(clock.getZone())),
                        ligne.getString("auteur")))
                .list();
    }

    private Grille marches(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        with prevu as (
                            select l.marche_id, sum(o.heures) as heures from lot l
                              join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                             where l.structure_id = :structure and o.date_effet <= :jour group by l.marche_id),
                        fait as (
                            select l.marche_id, sum(h.heures) as heures from lot l
                              join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                             where l.structure_id = :structure
                               and l.marche_id in (select id from marche where structure_id = :structure and donneur_ordre_id = :id)
                             group by l.marche_id)
                        select m.id, m.reference, m.objet, m.type, a.debut, a.fin,
                               coalesce(p.heures, 0) as prevu, coalesce(f.heures, 0) as fait
                          from marche m
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          left join prevu p on p.marche_id = m.id
                          left join fait f on f.marche_id = m.id
                         where m.structure_id = :structure and m.donneur_ordre_id = :id
                         order by a.debut desc, m.reference, m.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", moi.dateMetier(clock))
                .query((ligne, rang) -> marche(ligne))
                .list();
        return new Grille(
                "marches",
                "Marchés",
                "Obligation en vigueur aujourd’hui ; heures comptées depuis le début.",
                List.of(
                        Grille.Colonne.texte("Marché"),
                        Grille.Colonne.texte("Objet"),
                        Grille.Colonne.texte("Type"),
                        Grille.Colonne.texte("Début"),
                        Grille.Colonne.texte("Fin"),
                        Grille.Colonne.chiffre("Obligation"),
                        Grille.Colonne.chiffre("Heures"),
                        Grille.Colonne.chiffre("Réalisé")),
                lignes,
                null);
    }

    private static Grille.Ligne marche(ResultSet ligne) throws SQLException {
        BigDecimal prevu = ligne.getBigDecimal("prevu");
        BigDecimal fait = ligne.getBigDecimal("fait");
        return new Grille.Ligne(
                Arrays.asList(
                        ligne.getString("reference"),
                        ligne.getString("objet"),
                        TypeMarche.valueOf(ligne.getString("type")).libelle(),
                        ligne.getObject("debut", LocalDate.class),
                        ligne.getObject("fin", LocalDate.class),
                        new Heures(prevu),
                        new Heures(fait),
                        Part.of(fait, prevu)),
                "/marches/" + ligne.getLong("id"));
    }

    private Grille annees(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select extract(year from h.mois)::integer as annee, sum(h.heures) as heures,
                               count(distinct h.beneficiaire_id) as personnes, count(distinct l.marche_id) as marches
                          from marche m
                          join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                          join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
                         where m.structure_id = :structure and m.donneur_ordre_id = :id
                         group by annee order by annee desc""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> Grille.Ligne.of(
                        Year.of(ligne.getInt("annee")),
                        new Heures(ligne.getBigDecimal("heures")),
                        ligne.getLong("personnes"),
                        ligne.getLong("marches")))
                .list();
        return new Grille(
                "annees",
                "Heures par année",
                "",
                List.of(
                        Grille.Colonne.texte("Année"),
                        Grille.Colonne.chiffre("Heures comptées"),
                        Grille.Colonne.chiffre("Personnes"),
                        Grille.Colonne.chiffre("Marchés")),
                lignes,
                null);
    }
}
