package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
    private final ContratsLecture contrats;
    private final PersonneChronologie chronologie;
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
        List<FichePage.Contrat> siens = contrats.read(identite.id(), moi);
        Grille suivis = followUps(identite.id(), moi);
        List<FichePage.Absorbee> absorbees = absorbed(identite.id(), moi);
        return new FichePage(
                identite,
                moi.dateMetier(clock),
                next(identite.id(), moi),
                siennes,
                annees.read(identite.id(), moi),
                siens,
                suivis,
                absorbees,
                chronologie.of(identite, moi),
                siennes.isEmpty() && siens.isEmpty() && suivis.lignes().isEmpty() && absorbees.isEmpty());
    }

    /**
     * The next follow-up without an answer, as on their page: one that may be called now, else the first to come. Whoever
     * is anonymised is not called.
     */
    private FichePage.@Nullable Suivi next(long id, UtilisateurConnecte moi) {
        LocalDate jour = moi.dateMetier(clock);
        return jdbc.sql("""
                        select j.cohorte, j.jalon, j.dernier_mois, j.a_partir_du, j.jusqu_au, j.a_partir_du <= :jour as du
                          from suivi_jalons(:structure, :annee - 2, :annee) j
                          join beneficiaire b on b.structure_id = :structure and b.id = j.beneficiaire_id
                         where j.beneficiaire_id = :id and b.anonymise_le is null and j.jusqu_au > :jour
                           and not exists (select from situation_suivi t where t.structure_id = :structure
                                              and t.beneficiaire_id = :id and t.cohorte = j.cohorte and t.jalon = j.jalon)
                         order by j.a_partir_du, j.jalon desc limit 1""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .param("annee", jour.getYear())
                .query((ligne, rang) -> new FichePage.Suivi(
                        id,
                        ligne.getInt("cohorte"),
                        ligne.getInt("jalon"),
                        YearMonth.from(ligne.getObject("dernier_mois", LocalDate.class)),
                        ligne.getObject("a_partir_du", LocalDate.class),
                        ligne.getObject("jusqu_au", LocalDate.class).minusDays(1),
                        ligne.getBoolean("du")))
                .optional()
                .orElse(null);
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
