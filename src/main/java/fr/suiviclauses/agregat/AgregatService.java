package fr.suiviclauses.agregat;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes declared figures. */
@Service
@RequiredArgsConstructor
@Transactional
class AgregatService {

    private final AgregatDeclareRepository agregats;
    private final JdbcClient jdbc;

    @Transactional(readOnly = true)
    AgregatForm form(long id, UtilisateurConnecte moi) {
        return AgregatForm.of(find(id, moi));
    }

    /**
     * Declares a figure.
     *
     * @throws RegleMetierException where the perimeter has one for the year already
     */
    void create(Saisie saisie, UtilisateurConnecte moi) {
        Contraintes.translated(() -> agregats.saveAndFlush(new AgregatDeclare(moi.structureId(), saisie)));
    }

    /**
     * Changes a declared figure; the journal keeps what it was.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        AgregatDeclare agregat = hold(id, moi);
        VersionPerimeeException.check(agregat.getVersion(), version);
        agregat.change(saisie);
        Contraintes.translated(() -> agregats.saveAndFlush(agregat));
    }

    /** Removes a declared figure: nothing depends on one. */
    void delete(long id, UtilisateurConnecte moi) {
        agregats.delete(hold(id, moi));
        agregats.flush();
    }

    private AgregatDeclare hold(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "agregat_declare", moi.structureId(), id);
        return find(id, moi);
    }

    private AgregatDeclare find(long id, UtilisateurConnecte moi) {
        return agregats.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Cette déclaration n’existe pas."));
    }
}
