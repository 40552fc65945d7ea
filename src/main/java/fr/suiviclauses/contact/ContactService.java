package fr.suiviclauses.contact;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts change: whoever left keeps her dates, and the journal keeps what was corrected. */
@Service
@RequiredArgsConstructor
@Transactional
public class ContactService {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Those of a buyer or a company, who is there now first. */
    @Transactional(readOnly = true)
    public List<Contact> list(Tiers tiers, long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select *, daterange(debut, fin, '[]') @> :jour::date as actuel from contact
                         where structure_id = :structure and %s = :id
                         order by actuel desc, fin desc nulls first, debut desc nulls last, texte_normalise(nom), id""".formatted(tiers.colonne()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", moi.dateMetier(clock))
                .query((ligne, rang) -> contact(ligne))
                .list();
    }

    private static Contact contact(ResultSet ligne) throws SQLException {
        return new Contact(
                ligne.getLong("id"),
                ligne.getString("nom"),
                ligne.getString("fonction"),
                ligne.getString("courriel"),
                ligne.getString("telephone"),
                dates(ligne.getObject("debut", LocalDate.class), ligne.getObject("fin", LocalDate.class)),
                ligne.getBoolean("actuel"));
    }

    private static String dates(@Nullable LocalDate debut, @Nullable LocalDate fin) {
        if (debut == null) return fin == null ? "" : "jusqu’au " + JOUR.format(fin);
        return fin == null ? "depuis le " + JOUR.format(debut) : "du " + JOUR.format(debut) + " au " + JOUR.format(fin);
    }

    /** The name of who has the contact. */
    @Transactional(readOnly = true)
    String nom(Tiers tiers, long id, UtilisateurConnecte moi) {
        return jdbc.sql("select nom from %s where structure_id = :structure and id = :id".formatted(tiers.table()))
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette fiche n’existe pas."));
    }

    /** The form on a contact. */
    @Transactional(readOnly = true)
    ContactForm form(Tiers tiers, long id, long contact, UtilisateurConnecte moi) {
        return jdbc.sql("select * from contact where structure_id = :structure and %s = :id and id = :contact"
                        .formatted(tiers.colonne()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("contact", contact)
                .query((ligne, rang) -> new ContactForm(
                        text(ligne.getString("nom")),
                        text(ligne.getString("fonction")),
                        text(ligne.getString("courriel")),
                        text(ligne.getString("telephone")),
                        day(ligne.getObject("debut", LocalDate.class)),
                        day(ligne.getObject("fin", LocalDate.class)),
                        Integer.toString(ligne.getInt("version"))))
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce contact n’existe pas."));
    }

    private static String text(@Nullable String texte) {
        return texte == null ? "" : texte;
    }

    private static String day(@Nullable LocalDate jour) {
        return jour == null ? "" : JOUR.format(jour);
    }

    /** Adds a contact; the same one is not written again, so that a double click or a form sent twice saves once. */
    void add(Tiers tiers, long id, Saisie saisie, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, tiers.table(), moi.structureId(), id);
        if (!Verrous.standing(jdbc, tiers.table(), moi.structureId(), Set.of(id)))
            throw new IntrouvableException("Cette fiche n’existe pas, ou plus.");
        if (known(tiers, id, saisie, moi)) return;
        Contraintes.translated(() -> values(jdbc.sql("""
                                insert into contact (structure_id, %s, nom, fonction, courriel, telephone, debut, fin)
                                values (:structure, :id, :nom, :fonction, :courriel, :telephone, :debut, :fin)""".formatted(tiers.colonne())), id, saisie, moi)
                .update());
    }

    private boolean known(Tiers tiers, long id, Saisie saisie, UtilisateurConnecte moi) {
        return values(jdbc.sql("""
                                select exists (select from contact where structure_id = :structure and %s = :id
                                   and (nom, fonction, courriel, telephone, debut, fin)
                                       is not distinct from (:nom, :fonction, :courriel, :telephone, :debut, :fin))""".formatted(tiers.colonne())), id, saisie, moi)
                .query(Boolean.class)
                .single();
    }

    /**
     * Changes a contact.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since
     */
    void change(Tiers tiers, long id, long contact, Saisie saisie, String version, UtilisateurConnecte moi) {
        int presente = jdbc.sql(
                        "select version from contact where structure_id = :structure and %s = :id and id = :contact for update"
                                .formatted(tiers.colonne()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("contact", contact)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce contact n’existe pas."));
        VersionPerimeeException.check(presente, version);
        Contraintes.translated(() -> values(jdbc.sql("""
                                update contact set nom = :nom, fonction = :fonction, courriel = :courriel, telephone = :telephone,
                                       debut = :debut, fin = :fin
                                 where structure_id = :structure and %s = :id and id = :contact
                                   and (nom, fonction, courriel, telephone, debut, fin)
                                       is distinct from (:nom, :fonction, :courriel, :telephone, :debut, :fin)""".formatted(tiers.colonne())), id, saisie, moi)
                .param("contact", contact)
                .update());
    }

    void remove(Tiers tiers, long id, long contact, UtilisateurConnecte moi) {
        int enleves = jdbc.sql("delete from contact where structure_id = :structure and %s = :id and id = :contact"
                        .formatted(tiers.colonne()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("contact", contact)
                .update();
        if (enleves == 0) throw new IntrouvableException("Ce contact n’existe pas.");
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec ordre, long id, Saisie saisie, UtilisateurConnecte moi) {
        return ordre.param("structure", moi.structureId())
                .param("id", id)
                .param("nom", saisie.nom())
                .param("fonction", saisie.fonction())
                .param("courriel", saisie.courriel())
                .param("telephone", saisie.telephone())
                .param("debut", saisie.debut())
                .param("fin", saisie.fin());
    }
}
