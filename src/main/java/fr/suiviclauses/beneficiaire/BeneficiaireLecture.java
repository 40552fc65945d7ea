package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who a record is about, for its own pages and those of what hangs on it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class BeneficiaireLecture {

    private final JdbcClient jdbc;

    /**
     * Any record, merged ones too.
     *
     * @throws IntrouvableException where the structure has none of this id
     */
    public Identite any(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, reference, nom, prenom, naissance, sexe, adresse, code_postal, commune, telephone, courriel,
                               motif_homonyme, actif, version, fusionne_dans
                          from beneficiaire where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette fiche n’existe pas."));
    }

    /** A record that stands for itself and bears a name: the only kind that is written on. */
    public Identite standing(long id, UtilisateurConnecte moi) {
        Identite identite = any(id, moi);
        if (identite.fusionneDans() != null || identite.anonyme())
            throw new IntrouvableException("Cette fiche n’existe pas.");
        return identite;
    }

    static BeneficiaireForm form(Identite identite) {
        return new BeneficiaireForm(
                text(identite.nom()),
                text(identite.prenom()),
                date(identite.naissance()),
                identite.sexe(),
                text(identite.reference()),
                text(identite.adresse()),
                text(identite.codePostal()),
                text(identite.commune()),
                text(identite.telephone()),
                text(identite.courriel()),
                Integer.toString(identite.version()),
                "",
                text(identite.motifHomonyme()));
    }

    private static String text(@Nullable String valeur) {
        return valeur == null ? "" : valeur;
    }

    private static String date(@Nullable LocalDate jour) {
        return jour == null ? "" : jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH));
    }
}
