package fr.suiviclauses.beneficiaire.fusion;

import static java.util.Objects.requireNonNull;

import fr.suiviclauses.beneficiaire.Identite;
import fr.suiviclauses.beneficiaire.Jumeau;
import fr.suiviclauses.beneficiaire.RessemblancesLecture;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the record that one may be merged with. */
@Component
@RequiredArgsConstructor
class CandidatsLecture {

    private static final int AU_PLUS = 20;

    private final RessemblancesLecture ressemblances;
    private final JdbcClient jdbc;

    /** Those found by some words, or else the likely twins. */
    @Transactional(readOnly = true)
    public List<Jumeau> find(Identite garde, String q, UtilisateurConnecte moi) {
        if (q.isEmpty())
            return ressemblances.find(
                    moi.structureId(),
                    requireNonNull(garde.nom()),
                    requireNonNull(garde.prenom()),
                    requireNonNull(garde.naissance()),
                    garde.id());
        return jdbc.sql("""
                        select id, nom, prenom, naissance, reference, actif, false as exact from beneficiaire
                         where structure_id = :structure and id <> :garde and fusionne_dans is null and anonymise_le is null
                           and recherche like all (
                               select '%' || replace(replace(replace(mot, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
                                 from unnest(string_to_array(texte_normalise(:q), ' ')) as mot)
                         order by nom_normalise, prenom_normalise, id limit :nombre""")
                .param("structure", moi.structureId())
                .param("garde", garde.id())
                .param("q", q)
                .param("nombre", AU_PLUS)
                .query(Jumeau.class)
                .list();
    }
}
