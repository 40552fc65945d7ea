package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.saisie.Contraintes;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.Verrous;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes contracts and where their hours are expected. */
@Service
@RequiredArgsConstructor
@Transactional
class ContratService {

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final ContratInsertionRepository contrats;
    private final EntityManager memoire;
    private final JdbcClient jdbc;

    /** The months that hold hours of a contract; null where there are none. */
    private record Heures(
            @Nullable LocalDate premier, @Nullable LocalDate dernier) {}

    /**
     * Opens a contract.
     *
     * @return its id
     * @throws RegleMetierException where the same one exists: person, employer, modality and start, or the reference
     */
    long create(Saisie saisie, UtilisateurConnecte moi) {
        checkStanding(saisie, moi);
        ContratInsertion contrat =
                Contraintes.translated(() -> contrats.saveAndFlush(new ContratInsertion(moi.structureId(), saisie)));
        assign(contrat.getId(), saisie.lots(), moi);
        return contrat.getId();
    }

    /**
     * Changes a contract. Its hours stay within its months, and its person's.
     *
     * @throws VersionPerimeeException where someone else changed it since the form was opened
     * @throws RegleMetierException where hours would be left outside
     */
    void change(long id, Saisie saisie, String version, UtilisateurConnecte moi) {
        ContratInsertion contrat = find(id, moi);
        VersionPerimeeException.check(contrat.getVersion(), version);
        checkStanding(saisie, moi);
        checkHours(contrat, saisie, moi);
        contrat.change(saisie);
        Contraintes.translated(() -> contrats.saveAndFlush(contrat));
        // Its lots are another table's rows: whoever opened the form before must be told of them as well.
        if (assign(id, saisie.lots(), moi)) memoire.lock(contrat, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Whoever was merged since the form was read would keep the contract out of sight. */
    private void checkStanding(Saisie saisie, UtilisateurConnecte moi) {
        if (!Verrous.standing(jdbc, "beneficiaire", moi.structureId(), Set.of(saisie.beneficiaireId())))
            throw new RegleMetierException(
                    "personne", "Cette fiche vient d’être fusionnée ou supprimée\u00a0: choisissez de nouveau.");
        Long titulaire = saisie.titulaireId();
        Set<Long> entreprises = titulaire == null || titulaire == saisie.employeurId()
                ? Set.of(saisie.employeurId())
                : Set.of(saisie.employeurId(), titulaire);
        if (!Verrous.standing(jdbc, "entreprise", moi.structureId(), entreprises))
            throw new RegleMetierException(
                    "employeur",
                    "L’employeur ou le titulaire vient d’être fusionné ou supprimé\u00a0: choisissez de nouveau.");
    }

    private void checkHours(ContratInsertion contrat, Saisie saisie, UtilisateurConnecte moi) {
        Heures heures = jdbc.sql("""
                        select min(mois) as premier, max(mois) as dernier from releve_heures
                         where structure_id = :structure and contrat_id = :id""")
                .param("structure", moi.structureId())
                .param("id", contrat.getId())
                .query(Heures.class)
                .single();
        LocalDate premier = heures.premier;
        LocalDate dernier = heures.dernier;
        if (premier == null || dernier == null) return;
        if (saisie.beneficiaireId() != contrat.getBeneficiaireId())
            throw new RegleMetierException(
                    "personne",
                    "Ce contrat a des heures\u00a0: sa personne ne change plus. Fusionnez les fiches si elles n’en font qu’une.");
        if (YearMonth.from(premier).isBefore(YearMonth.from(saisie.debut())))
            throw new RegleMetierException(
                    "debut",
                    "Des heures sont saisies dès " + MOIS.format(premier)
                            + "\u00a0: le contrat ne peut pas commencer après.");
        LocalDate fin = saisie.fin();
        if (fin != null && YearMonth.from(dernier).isAfter(YearMonth.from(fin)))
            throw new RegleMetierException(
                    "fin",
                    "Des heures sont saisies jusqu’en " + MOIS.format(dernier) + " (" + after(contrat.getId(), fin, moi)
                            + ")\u00a0: le contrat ne peut pas finir avant.");
    }

    /** The months that an end would leave outside, each with its hours. */
    private String after(long id, LocalDate fin, UtilisateurConnecte moi) {
        return jdbc
                .sql("""
                        select mois, sum(heures) as heures from releve_heures
                         where structure_id = :structure and contrat_id = :id and mois > :fin::date
                         group by mois order by mois""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("fin", fin)
                .query((ligne, rang) -> MOIS.format(ligne.getObject("mois", LocalDate.class)) + "\u00a0: "
                        + NombreAffiche.of(ligne.getBigDecimal("heures"), 2) + "\u00a0h")
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    /**
     * Removes a contract without hours.
     *
     * @throws RegleMetierException where it has any, or months confirmed as having none
     */
    void delete(long id, UtilisateurConnecte moi) {
        ContratInsertion contrat = find(id, moi);
        boolean saisi = jdbc.sql("""
                        select exists (select from releve_heures where structure_id = :structure and contrat_id = :id)
                            or exists (select from mois_sans_heure where structure_id = :structure and contrat_id = :id)""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (saisi) throw new RegleMetierException("", "Ce contrat a des mois saisis\u00a0: donnez-lui plutôt une fin.");
        contrats.delete(contrat);
        contrats.flush();
    }

    /** Whether that changed anything. */
    private boolean assign(long id, Set<Long> lots, UtilisateurConnecte moi) {
        Long[] numeros = lots.toArray(Long[]::new);
        int enleves = jdbc.sql("""
                        delete from affectation
                         where structure_id = :structure and contrat_id = :id and lot_id <> all (:lots)""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("lots", numeros)
                .update();
        int ajoutes = jdbc.sql("""
                        insert into affectation (structure_id, contrat_id, lot_id)
                        select :structure, :id, l from unnest(:lots) l on conflict do nothing""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("lots", numeros)
                .update();
        return enleves + ajoutes > 0;
    }

    private ContratInsertion find(long id, UtilisateurConnecte moi) {
        Verrous.hold(jdbc, "contrat_insertion", moi.structureId(), id);
        return contrats.findByStructureIdAndId(moi.structureId(), id)
                .orElseThrow(() -> new IntrouvableException("Ce contrat n’existe pas."));
    }
}
