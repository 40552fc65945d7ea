package fr.suiviclauses.accueil;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be done, one statement a kind. SQL, for it counts what the views define. */
@Repository
@RequiredArgsConstructor
class AujourdhuiRepository {

    private static final String PERSONNES = read("personnes.sql");

    private final JdbcClient jdbc;

    /** The hours of an employer in a month. */
    record Releves(long total, LocalDate mois, long entrepriseId, String entreprise, long nombre, String heures) {}

    /**
     * What is declared.
     *
     * @param dernier the latest month of all, the first one being that of the first line
     */
    record Declares(Releves releves, LocalDate dernier) {}

    /**
     * A lot that is behind.
     *
     * @param proche it ends soon
     * @param part done over owed
     * @param ecoule how much of its time is over
     */
    record Lot(
            long total,
            long marcheId,
            String nom,
            String donneur,
            LocalDate fin,
            boolean proche,
            String part,
            String ecoule,
            String reste) {}

    record Eligibilite(long total, long id, String personne, LocalDate fin) {}

    record Appel(long total, long id, String personne, int jalon, int cohorte, LocalDate jusquAu) {}

    record Action(
            long total,
            String libelle,
            LocalDate echeance,
            long marcheId,
            String reference,
            @Nullable String responsable) {}

    /** What an administrator looks after. */
    record Comptes(
            long donneurs,
            long donneursSansSiret,
            long familles,
            long parametres,
            long imports,
            long importsEnAttente) {}

    boolean hasMarches(long structureId, long moi) {
        return jdbc.sql("select exists (select from marche where structure_id = :structure and facilitateur_id = :moi)")
                .param("structure", structureId)
                .param("moi", moi)
                .query(Boolean.class)
                .single();
    }

    List<Declares> declarations(Map<String, ?> demande) {
        return list(
                read("declarations.sql"),
                demande,
                (ligne, rang) -> new Declares(
                        releves(ligne, hours(ligne, "heures")), ligne.getObject("dernier", LocalDate.class)));
    }

    List<Releves> missing(Map<String, ?> demande) {
        return list(read("mois-manquants.sql"), demande, (ligne, rang) -> releves(ligne, ""));
    }

    private static Releves releves(ResultSet ligne, String heures) throws SQLException {
        return new Releves(
                ligne.getLong("total"),
                ligne.getObject("mois", LocalDate.class),
                ligne.getLong("employeur_id"),
                ligne.getString("entreprise"),
                ligne.getLong("nombre"),
                heures);
    }

    /** Those that end soon, then those behind their pace. */
    List<Lot> lots(Map<String, ?> demande) {
        return list(
                read("lots.sql"),
                demande,
                (ligne, rang) -> new Lot(
                        ligne.getLong("total"),
                        ligne.getLong("marche_id"),
                        ligne.getString("reference") + ", lot " + ligne.getString("numero"),
                        ligne.getString("donneur"),
                        ligne.getObject("fin", LocalDate.class),
                        ligne.getBoolean("proche"),
                        Part.of(ligne.getBigDecimal("fait"), ligne.getBigDecimal("obligation"))
                                .affiche(),
                        Part.of(ligne.getLong("mois_ecoules"), ligne.getLong("mois_total"))
                                .affiche(),
                        NombreAffiche.of(ligne.getBigDecimal("obligation").subtract(ligne.getBigDecimal("fait")), 0)
                                + "\u00a0h"));
    }

    List<Eligibilite> eligibilities(Map<String, ?> demande) {
        return list(
                PERSONNES + read("eligibilites.sql"),
                demande,
                (ligne, rang) -> new Eligibilite(
                        ligne.getLong("total"),
                        ligne.getLong("id"),
                        ligne.getString("personne"),
                        ligne.getObject("fin", LocalDate.class)));
    }

    List<Appel> calls(Map<String, ?> demande) {
        return list(
                PERSONNES + read("appels.sql"),
                demande,
                (ligne, rang) -> new Appel(
                        ligne.getLong("total"),
                        ligne.getLong("id"),
                        ligne.getString("personne"),
                        ligne.getInt("jalon"),
                        ligne.getInt("cohorte"),
                        ligne.getObject("jusqu_au", LocalDate.class)));
    }

    List<Action> actions(Map<String, ?> demande) {
        return list(
                read("actions.sql"),
                demande,
                (ligne, rang) -> new Action(
                        ligne.getLong("total"),
                        ligne.getString("libelle"),
                        ligne.getObject("echeance", LocalDate.class),
                        ligne.getLong("marche_id"),
                        ligne.getString("reference"),
                        ligne.getString("responsable")));
    }

    Comptes administration(long structureId) {
        return jdbc.sql("""
                        select (select count(*) from donneur_ordre where structure_id = :structure and actif) as donneurs,
                               (select count(*) from donneur_ordre d where d.structure_id = :structure and d.actif and not exists (
                                   select from donneur_ordre_siret s where s.structure_id = d.structure_id and s.donneur_ordre_id = d.id))
                                   as donneurs_sans_siret,
                               (select count(*) from famille_achat where structure_id = :structure and actif) as familles,
                               (select count(*) from parametre_etp where structure_id = :structure)
                                   + (select count(*) from parametre_eligibilite where structure_id = :structure) as parametres,
                               (select count(*) from depot where structure_id = :structure) as imports,
                               (select count(*) from depot where structure_id = :structure and etat = 'A_CONFIRMER') as imports_en_attente""")
                .param("structure", structureId)
                .query(Comptes.class)
                .single();
    }

    private <T> List<T> list(String sql, Map<String, ?> demande, RowMapper<T> lecture) {
        return jdbc.sql(sql).params(demande).query(lecture).list();
    }

    private static String hours(ResultSet ligne, String colonne) throws SQLException {
        return NombreAffiche.of(ligne.getBigDecimal(colonne), 0) + "\u00a0h";
    }

    private static String read(String fichier) {
        try {
            return new ClassPathResource(fichier, AujourdhuiRepository.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
