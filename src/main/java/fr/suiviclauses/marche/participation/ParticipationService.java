package fr.suiviclauses.marche.participation;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Textes;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds companies and gives them roles on lots. SQL, for a role is no more than its key and a share. */
@Service
@RequiredArgsConstructor
@Transactional
class ParticipationService {

    private static final int TROUVEES = 12;

    private static final BigDecimal CENT = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;

    /**
     * Companies in use whose name or SIREN holds each word, whatever its accents and case; and the chosen one in any
     * case.
     */
    @Transactional(readOnly = true)
    ParticipationPage.Trouvees search(long lot, String q, String choisie, UtilisateurConnecte moi) {
        String[] mots = Textes.cherchable(q.strip()).split("\\s+", 7);
        List<ParticipationPage.Entreprise> entreprises = jdbc.sql("""
                        select e.id, e.nom, e.type, coalesce(e.siren, '') as siren from entreprise e
                         where e.structure_id = :structure
                           and (e.id::text = :choisie or e.actif and :cherche and (
                                select bool_and(position(texte_normalise(mot) in e.recherche) > 0) from unnest(:mots) mot))
                         order by e.id::text <> :choisie, e.nom_normalise, e.id limit :nombre""")
                .param("structure", moi.structureId())
                .param("choisie", choisie.matches("[0-9]{1,18}") ? choisie : "")
                .param("cherche", !q.isBlank())
                .param("mots", mots)
                .param("nombre", TROUVEES)
                .query((ligne, rang) -> new ParticipationPage.Entreprise(
                        ligne.getLong("id"),
                        ligne.getString("nom"),
                        TypeEntreprise.valueOf(ligne.getString("type")).libelle(),
                        ligne.getString("siren")))
                .list();
        return new ParticipationPage.Trouvees(lot, q, choisie, entreprises);
    }

    /**
     * Gives a company a role on a lot of the structure.
     *
     * @param part its share in per cent; null where it is not known
     * @throws RegleMetierException where it has this role already, or is not the structure's
     */
    void add(
            long lotId, long entrepriseId, RoleParticipation role, @Nullable BigDecimal part, UtilisateurConnecte moi) {
        if (!Verrous.standing(jdbc, "entreprise", moi.structureId(), Set.of(entrepriseId)))
            throw new RegleMetierException("entreprise", "Choisissez dans la liste.");
        Contraintes.translated(() -> jdbc.sql("""
                        insert into participation (structure_id, lot_id, entreprise_id, role, part)
                        values (:structure, :lot, :entreprise, :role, :part)""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .param("entreprise", entrepriseId)
                .param("role", role.name())
                .param("part", part)
                .update());
    }

    /** Takes a role away; the journal keeps it. */
    void remove(long lotId, long entrepriseId, RoleParticipation role, UtilisateurConnecte moi) {
        int retirees = jdbc.sql("""
                        delete from participation
                         where structure_id = :structure and lot_id = :lot and entreprise_id = :entreprise and role = :role""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .param("entreprise", entrepriseId)
                .param("role", role.name())
                .update();
        if (retirees == 0) throw new IntrouvableException("Cette entreprise n’a pas ce rôle sur ce lot.");
    }

    /** A role of a company on a lot, as it is. */
    record Tenu(String nom, @Nullable BigDecimal part, int version) {}

    @Transactional(readOnly = true)
    Tenu find(long lotId, long entrepriseId, RoleParticipation role, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select e.nom, p.part, p.version from participation p
                          join entreprise e on e.structure_id = p.structure_id and e.id = p.entreprise_id
                         where p.structure_id = :structure and p.lot_id = :lot and p.entreprise_id = :entreprise and p.role = :role""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .param("entreprise", entrepriseId)
                .param("role", role.name())
                .query(Tenu.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette entreprise n’a pas ce rôle sur ce lot."));
    }

    /**
     * Changes a company's share.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since
     */
    void change(
            long lotId,
            long entrepriseId,
            RoleParticipation role,
            @Nullable BigDecimal part,
            String version,
            UtilisateurConnecte moi) {
        VersionPerimeeException.check(find(lotId, entrepriseId, role, moi).version(), version);
        int ecrites = jdbc.sql("""
                        update participation set part = :part
                         where structure_id = :structure and lot_id = :lot and entreprise_id = :entreprise and role = :role
                           and version::text = :version""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .param("entreprise", entrepriseId)
                .param("role", role.name())
                .param("part", part)
                .param("version", version)
                .update();
        if (ecrites == 0)
            throw new VersionPerimeeException(
                    find(lotId, entrepriseId, role, moi).version());
    }

    /** What to add to what is said after a change, where those who hold a lot have more than all of it; else nothing. */
    @Transactional(readOnly = true)
    String warning(long lotId, UtilisateurConnecte moi) {
        BigDecimal parts = shares(lotId, moi);
        return parts.compareTo(CENT) > 0
                ? " Vérifiez les parts\u00a0: celles du titulaire et des cotraitants font " + NombreAffiche.of(parts, 2)
                        + "\u202f%."
                : "";
    }

    /** The shares of those who hold a lot, added up. */
    private BigDecimal shares(long lotId, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select coalesce(sum(part), 0) from participation
                         where structure_id = :structure and lot_id = :lot and role in ('TITULAIRE', 'COTRAITANT')""")
                .param("structure", moi.structureId())
                .param("lot", lotId)
                .query(BigDecimal.class)
                .single();
    }
}
