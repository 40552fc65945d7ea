package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes people's records. Entries and merges have services of their own. */
@Service
@RequiredArgsConstructor
@Transactional
public class BeneficiaireService {

    private final BeneficiaireRepository beneficiaires;
    private final RessemblancesLecture ressemblances;
    private final JdbcClient jdbc;

    /**
     * Opens a person's record.
     *
     * @return its id
     * @throws JumeauxException where others may be the same person and nobody said that they are not; where one is the
     *     same by name and birth, only a reason says so
     */
    long create(Saisie saisie, UtilisateurConnecte moi) {
        if (saisie.motifHomonyme() == null) {
            List<Jumeau> trouves =
                    ressemblances.find(moi.structureId(), saisie.nom(), saisie.prenom(), saisie.naissance(), 0);
            if (!trouves.isEmpty() && (!saisie.distinct() || trouves.get(0).exact()))
                throw new JumeauxException(trouves);
        }
        Beneficiaire personne = new Beneficiaire(moi.structureId(), saisie);
        rank(personne, saisie, moi);
        return Contraintes.translated(() -> beneficiaires.saveAndFlush(personne))
                .getId();
    }

    /**
     * Changes a record.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since
     * @throws JumeauxException where it would become the same as another by name and birth, without a reason
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        Beneficiaire personne = find(id, moi);
        VersionPerimeeException.check(personne.getVersion(), version);
        if (identityChanges(id, saisie, moi)) {
            List<Jumeau> exacts =
                    ressemblances
                            .find(moi.structureId(), saisie.nom(), saisie.prenom(), saisie.naissance(), id)
                            .stream()
                            .filter(Jumeau::exact)
                            .toList();
            if (!exacts.isEmpty() && saisie.motifHomonyme() == null) throw new JumeauxException(exacts);
            rank(personne, saisie, moi);
        } else if (saisie.motifHomonyme() != null) {
            personne.homonym(personne.getRangHomonyme(), saisie.motifHomonyme());
        }
        personne.write(saisie);
        Contraintes.translated(() -> beneficiaires.saveAndFlush(personne));
    }

    /** Takes a person out of lists and choices, or back; her hours count in any case. */
    void activate(long id, boolean actif, UtilisateurConnecte moi) {
        Beneficiaire personne = find(id, moi);
        personne.activate(actif);
        beneficiaires.saveAndFlush(personne);
    }

    /**
     * Removes a record that nothing depends on.
     *
     * @throws RegleMetierException where it has an entry, a contract, a follow-up or a merge
     */
    void delete(long id, UtilisateurConnecte moi) {
        Beneficiaire personne = find(id, moi);
        if (depends(id, moi))
            throw new RegleMetierException(
                    "",
                    "Cette personne a une entrée, un contrat, un suivi ou une fusion\u00a0: désactivez plutôt sa fiche.");
        beneficiaires.delete(personne);
        beneficiaires.flush();
    }

    private boolean depends(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select exists (select from entree where structure_id = :structure and beneficiaire_id = :id)
                            or exists (select from contrat_insertion where structure_id = :structure and beneficiaire_id = :id)
                            or exists (select from situation_suivi where structure_id = :structure and beneficiaire_id = :id)
                            or exists (select from fusion_beneficiaire where structure_id = :structure and :id in (garde_id, absorbe_id))""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether name, first name or birth become others, beyond their spelling. */
    private boolean identityChanges(long id, Saisie saisie, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select (nom_normalise, prenom_normalise, naissance)
                               is distinct from (texte_normalise(:nom), texte_normalise(:prenom), :naissance::date)
                          from beneficiaire where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("nom", saisie.nom())
                .param("prenom", saisie.prenom())
                .param("naissance", saisie.naissance())
                .query(Boolean.class)
                .single();
    }

    /** The next rank among those of the same name and birth; a reason is kept for a homonym alone. */
    private void rank(Beneficiaire personne, Saisie saisie, UtilisateurConnecte moi) {
        int rang = jdbc.sql("""
                        select coalesce(max(rang_homonyme) + 1, 0) from beneficiaire
                         where structure_id = :structure and anonymise_le is null and nom_normalise = texte_normalise(:nom)
                           and prenom_normalise = texte_normalise(:prenom) and naissance = :naissance""")
                .param("structure", moi.structureId())
                .param("nom", saisie.nom())
                .param("prenom", saisie.prenom())
                .param("naissance", saisie.naissance())
                .query(Integer.class)
                .single();
        personne.homonym(rang, saisie.motifHomonyme());
    }

    private Beneficiaire find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "beneficiaire", moi.structureId(), id);
        return beneficiaires
                .findByStructureIdAndId(moi.structureId(), id)
                .filter(personne -> personne.getFusionneDans() == null && personne.getNom() != null)
                .orElseThrow(() -> new IntrouvableException("Cette fiche n’existe pas."));
    }
}
