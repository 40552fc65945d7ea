package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a person's sheet, and keeps who read it. SQL, for what it gathers belongs to other features too. */
@Service
@RequiredArgsConstructor
@Transactional
class FichePersonneService {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final EntreesLecture entrees;
    private final AnneesLecture annees;
    private final Clock clock;

    /** The sheet of a record that stands for itself; that it was read, when and by whom, is kept. */
    FichePage open(Identite identite, UtilisateurConnecte moi) {
        jdbc.sql("""
                        insert into consultation (structure_id, utilisateur_id, beneficiaire_id)
                        values (:structure, :utilisateur, :id)""")
                .param("structure", moi.structureId())
                .param("utilisateur", moi.id())
                .param("id", identite.id())
                .update();
        List<EntreeLigne> siennes = entrees.read(identite, moi);
        Grille contrats = contracts(identite.id(), moi);
        Grille suivis = followUps(identite.id(), moi);
        List<FichePage.Absorbee> absorbees = absorbed(identite.id(), moi);
        return new FichePage(
                identite,
                moi.dateMetier(clock),
                siennes,
                annees.read(identite.id(), moi),
                contrats,
                suivis,
                absorbees,
                siennes.isEmpty()
                        && contrats.lignes().isEmpty()
                        && suivis.lignes().isEmpty()
                        && absorbees.isEmpty());
    }

    private Grille contracts(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select c.id, c.reference, e.nom as employeur, c.modalite, c.type, c.debut, c.fin,
                               coalesce(sum(q.heures) filter (where q.motif_non_compte is null), 0) as comptees,
                               coalesce(sum(q.heures) filter (where q.motif_non_compte is not null), 0) as autres
                          from contrat_insertion c
                          join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                          left join heure_qualifiee q on q.structure_id = c.structure_id and q.contrat_id = c.id
                                                     and q.beneficiaire_id = c.beneficiaire_id
                         where c.structure_id = :structure and c.beneficiaire_id = :id
                         group by c.id, e.nom order by c.debut desc, c.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> contract(ligne))
                .list();
        return new Grille(
                "contrats",
                "Contrats",
                "",
                List.of(
                        Grille.Colonne.texte("Contrat"),
                        Grille.Colonne.texte("Employeur"),
                        Grille.Colonne.texte("Modalité"),
                        Grille.Colonne.texte("Type"),
                        Grille.Colonne.texte("Début"),
                        Grille.Colonne.texte("Fin"),
                        Grille.Colonne.chiffre("Heures comptées"),
                        Grille.Colonne.chiffre("Non comptées")),
                lignes,
                null);
    }

    private static Grille.Ligne contract(ResultSet ligne) throws SQLException {
        String reference = ligne.getString("reference");
        String type = ligne.getString("type");
        LocalDate debut = ligne.getObject("debut", LocalDate.class);
        return new Grille.Ligne(
                Arrays.asList(
                        reference == null ? "Contrat du " + debut.format(JOUR) : reference,
                        ligne.getString("employeur"),
                        Modalite.valueOf(ligne.getString("modalite")).libelle(),
                        type == null ? null : TypeContrat.valueOf(type).libelle(),
                        debut,
                        ligne.getObject("fin", LocalDate.class),
                        new Heures(ligne.getBigDecimal("comptees")),
                        new Heures(ligne.getBigDecimal("autres"))),
                "/contrats/" + ligne.getLong("id"));
    }

    private Grille followUps(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select cohorte, jalon, situation, date_reponse from situation_suivi
                         where structure_id = :structure and beneficiaire_id = :id order by cohorte desc, jalon""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> Grille.Ligne.of(
                        Year.of(ligne.getInt("cohorte")),
                        ligne.getInt("jalon") + " mois",
                        Situation.valueOf(ligne.getString("situation")).libelle(),
                        ligne.getObject("date_reponse", LocalDate.class)))
                .list();
        return new Grille(
                "suivis",
                "Suivis",
                "",
                Stream.of("Année des heures", "Échéance", "Situation", "Réponse du")
                        .map(Grille.Colonne::texte)
                        .toList(),
                lignes,
                null);
    }

    private List<FichePage.Absorbee> absorbed(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select f.id as fusion, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as nom, b.naissance, b.reference,
                               b.telephone, b.courriel, f.fait_le, u.nom as auteur
                          from fusion_beneficiaire f
                          join beneficiaire b on b.structure_id = f.structure_id and b.id = f.absorbe_id
                          left join utilisateur u on u.structure_id = f.structure_id and u.id = f.fait_par
                         where f.structure_id = :structure and f.garde_id = :id and f.annule_le is null
                         order by f.id desc""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new FichePage.Absorbee(
                        ligne.getLong("fusion"),
                        ligne.getString("nom"),
                        details(ligne),
                        day(ligne),
                        ligne.getString("auteur")))
                .list();
    }

    /** What the merged record says of the person, so that nothing of it is lost from sight. */
    private static String details(ResultSet ligne) throws SQLException {
        LocalDate naissance = ligne.getObject("naissance", LocalDate.class);
        String reference = ligne.getString("reference");
        return Stream.of(
                        naissance == null ? null : "née ou né le " + naissance.format(JOUR),
                        reference == null ? null : "référence " + reference,
                        ligne.getString("telephone"),
                        ligne.getString("courriel"))
                .flatMap(partie -> Optional.<String>ofNullable(partie).stream())
                .collect(Collectors.joining(", "));
    }

    private String day(ResultSet ligne) throws SQLException {
        ZonedDateTime moment = ligne.getTimestamp("fait_le").toInstant().atZone(clock.getZone());
        return moment.format(JOUR);
    }
}
