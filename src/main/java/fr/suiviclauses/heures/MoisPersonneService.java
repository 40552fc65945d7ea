package fr.suiviclauses.heures;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's month over all her contracts: what the thresholds are compared with. Hours of a reprise or of a file may be
 * above them without a reason, and a reason must not ask for the hours to be typed again.
 */
@Service
@RequiredArgsConstructor
class MoisPersonneService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;

    private record Personnage(
            @Nullable String nom, @Nullable String prenom, boolean close) {}

    private record Ligne(
            long id,
            int version,
            long contratId,
            long marcheId,
            Modalite modalite,
            String employeur,
            String lot,
            BigDecimal heures,
            StatutHeures statut,
            @Nullable String motif,
            @Nullable String justification) {}

    static String address(long personne, YearMonth mois) {
        return "/heures/personnes/" + personne + "/" + mois;
    }

    /**
     * What she worked that month.
     *
     * @throws IntrouvableException where she is not of the structure, or has no hours that month
     */
    @Transactional(readOnly = true)
    public MoisPersonne read(long personne, YearMonth mois, UtilisateurConnecte moi) {
        Personnage qui = jdbc.sql("""
                        select b.nom, b.prenom,
                               exists (select from arrete_annuel a where a.structure_id = b.structure_id and a.annee = :annee
                                          and a.etat in ('ARRETE', 'SCELLE')) as close
                          from beneficiaire b where b.structure_id = :structure and b.id = :personne""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .param("annee", mois.getYear())
                .query(Personnage.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette personne n’existe pas."));
        List<Ligne> lignes = lines(personne, mois, moi);
        if (lignes.isEmpty()) throw new IntrouvableException("Cette personne n’a pas d’heures ce mois-là.");
        BigDecimal total = total(lignes);
        String intitule = MOIS.format(mois);
        return new MoisPersonne(
                personne,
                Personne.nom(qui.nom(), qui.prenom()),
                intitule,
                address(personne, mois),
                Regles.shown(total),
                total.compareTo(Regles.TEMPS_PLEIN) > 0 ? Regles.stored(total, null) : null,
                qui.close(),
                !qui.close() && total.compareTo(Regles.TEMPS_PLEIN) > 0,
                reasons(lignes),
                state(lignes),
                lignes.stream().map(ligne -> shown(ligne, mois)).toList());
    }

    /**
     * Writes why that month is so long on each of its relevés that was not rejected.
     *
     * @param etat the month's hours as they were when the page was opened
     * @throws OptimisticLockingFailureException where they have changed since
     * @throws RegleMetierException where the month asks for no reason, or its year is closed
     */
    @Transactional
    public void justify(long personne, YearMonth mois, String motif, String etat, UtilisateurConnecte moi) {
        // As the grid does: whoever else writes hours of this person waits.
        jdbc.sql("select id from beneficiaire where structure_id = ? and id = ? for no key update")
                .params(moi.structureId(), personne)
                .query(Long.class)
                .optional();
        MoisPersonne page = read(personne, mois, moi);
        if (page.close())
            throw new RegleMetierException(
                    "", "L’année " + mois.getYear() + " est arrêtée\u00a0: ses heures ne changent plus.");
        if (!page.etat().equals(etat)) throw new OptimisticLockingFailureException("hours changed meanwhile");
        if (!page.justifiable()) throw new RegleMetierException("", "Ce mois ne demande pas de justification.");
        Contraintes.translated(() -> jdbc.sql("""
                        update releve_heures r set justification = :motif
                          from contrat_insertion c
                         where r.structure_id = :structure and r.mois = :mois and r.statut <> 'REJETEE'
                           and c.structure_id = r.structure_id and c.id = r.contrat_id and c.beneficiaire_id = :personne
                           and r.justification is distinct from :motif""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .param("mois", mois.atDay(1))
                .param("motif", motif)
                .update());
    }

    private List<Ligne> lines(long personne, YearMonth mois, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select r.id, r.version, c.id as contrat_id, l.marche_id, c.modalite, e.nom as employeur,
                               m.reference || ', lot ' || l.numero as lot, r.heures, r.statut, r.motif, r.justification
                          from contrat_insertion c
                          join releve_heures r on r.structure_id = c.structure_id and r.contrat_id = c.id and r.mois = :mois
                          join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                          join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         where c.structure_id = :structure and c.beneficiaire_id = :personne
                         order by e.nom_normalise, c.id, m.reference, l.numero, r.id""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .param("mois", mois.atDay(1))
                .query(Ligne.class)
                .list();
    }

    private static BigDecimal total(List<Ligne> lignes) {
        return lignes.stream()
                .filter(ligne -> ligne.statut() != StatutHeures.REJETEE)
                .map(Ligne::heures)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Each once: a file may have given another to each contract. */
    private static String reasons(List<Ligne> lignes) {
        return lignes.stream()
                .filter(ligne -> ligne.statut() != StatutHeures.REJETEE)
                .map(Ligne::justification)
                .filter(justification -> justification != null && !justification.isBlank())
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining("\u00a0; "));
    }

    private static String state(List<Ligne> lignes) {
        return lignes.stream().map(ligne -> ligne.id() + ":" + ligne.version()).collect(Collectors.joining(","));
    }

    private static MoisPersonne.Releve shown(Ligne ligne, YearMonth mois) {
        boolean rejetee = ligne.statut() == StatutHeures.REJETEE;
        return new MoisPersonne.Releve(
                ligne.contratId(),
                ligne.employeur() + " · " + Composition.court(ligne.modalite()),
                ligne.lot(),
                "/heures/mois?mois=" + mois + "&marche=" + ligne.marcheId(),
                Regles.shown(ligne.heures()),
                ligne.statut().libelle(),
                rejetee,
                rejetee ? ligne.motif() : ligne.justification());
    }
}
