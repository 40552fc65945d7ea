package fr.suiviclauses.marche.operation;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.referentiel.TypeOperation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads an operation's record. SQL, for its figures are sums over hours. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class OperationLecture {

    /** The operation's counted hours, with their marché. */
    private static final String HEURES = """
            select h.heures, h.mois, h.beneficiaire_id, m.id as marche_id from marche m
              join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
              join heure_comptee h on h.structure_id = l.structure_id and h.lot_id = l.id
             where m.structure_id = :structure and m.operation_id = :id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    record Identite(
            long id,
            String nom,
            TypeOperation type,
            @Nullable BigDecimal objectif,
            boolean actif,
            int version) {}

    private record Somme(BigDecimal heures, long personnes) {}

    Identite identite(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, nom, type, objectif, actif, version from operation
                         where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette opération n’existe pas."));
    }

    OperationPage page(long id, UtilisateurConnecte moi) {
        Identite identite = identite(id, moi);
        Somme somme = jdbc.sql(
                        "select coalesce(sum(heures), 0) as heures, count(distinct beneficiaire_id) as personnes from ("
                                + HEURES + ") h")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Somme.class)
                .single();
        return new OperationPage(
                id,
                identite.nom,
                identite.type.libelle(),
                identite.actif,
                identite.objectif,
                somme.heures,
                somme.personnes,
                marches(id, moi),
                annees(id, moi));
    }

    private Grille marches(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        with fait as (select marche_id, sum(heures) as heures from (%s) h group by marche_id),
                        prevu as (
                            select l.marche_id, sum(o.heures) as heures from marche m
                              join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                              join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                             where m.structure_id = :structure and m.operation_id = :id and o.date_effet <= :jour
                             group by l.marche_id)
                        select m.id, m.reference, d.nom, a.debut, a.fin, coalesce(p.heures, 0) as prevu, coalesce(f.heures, 0) as fait
                          from marche m
                          join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          left join prevu p on p.marche_id = m.id
                          left join fait f on f.marche_id = m.id
                         where m.structure_id = :structure and m.operation_id = :id
                         order by coalesce(f.heures, 0) desc, m.reference, m.id""".formatted(HEURES))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", moi.dateMetier(clock))
                .query((ligne, rang) -> new Grille.Ligne(
                        Arrays.asList(
                                ligne.getString("reference"),
                                ligne.getString("nom"),
                                ligne.getObject("debut", LocalDate.class),
                                ligne.getObject("fin", LocalDate.class),
                                new Heures(ligne.getBigDecimal("prevu")),
                                new Heures(ligne.getBigDecimal("fait")),
                                Part.of(ligne.getBigDecimal("fait"), ligne.getBigDecimal("prevu"))),
                        "/marches/" + ligne.getLong("id")))
                .list();
        return new Grille(
                "marches",
                "Marchés",
                "",
                List.of(
                        Colonne.texte("Marché"),
                        Colonne.texte("Donneur d’ordres"),
                        Colonne.texte("Début"),
                        Colonne.texte("Fin"),
                        Colonne.chiffre("Obligation"),
                        Colonne.chiffre("Heures"),
                        Colonne.chiffre("Réalisé")),
                lignes,
                null);
    }

    private Grille annees(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select extract(year from mois)::integer as annee, sum(heures) as heures,
                               count(distinct beneficiaire_id) as personnes
                          from (%s) h group by annee order by annee desc""".formatted(HEURES))
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> Grille.Ligne.of(
                        Year.of(ligne.getInt("annee")),
                        new Heures(ligne.getBigDecimal("heures")),
                        ligne.getLong("personnes")))
                .list();
        return new Grille(
                "annees",
                "Heures par année",
                "",
                List.of(Colonne.texte("Année"), Colonne.chiffre("Heures comptées"), Colonne.chiffre("Personnes")),
                lignes,
                null);
    }
}
