package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.contrat.ContratPage.Avertissement;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a contract's record. SQL, for it holds names of other features, and hours with the reason why they don't count. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ContratLecture {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final ChoixLecture choix;
    private final Clock clock;

    /**
     * What the record begins with.
     *
     * @param convient the employer's type can offer the modality
     * @param typeConvient the contract's type goes with the modality
     * @param couvert an eligibility window holds its start
     */
    record Identite(
            long id,
            long beneficiaireId,
            @Nullable String personne,
            long employeurId,
            String employeur,
            @Nullable Long titulaireId,
            @Nullable String titulaire,
            @Nullable String lieu,
            Modalite modalite,
            @Nullable TypeContrat type,
            LocalDate debut,
            @Nullable LocalDate fin,
            @Nullable String reference,
            int version,
            boolean convient,
            boolean typeConvient,
            boolean couvert) {

        String nom() {
            return personne == null ? "Personne anonymisée" : personne;
        }
    }

    Identite identite(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select c.id, c.beneficiaire_id, b.nom || ' ' || b.prenom as personne, c.employeur_id, e.nom as employeur,
                               c.titulaire_id, t.nom as titulaire, c.lieu, c.modalite, c.type, c.debut, c.fin, c.reference, c.version,
                               modalite_convient(c.modalite, e.type) as convient,
                               c.type is null or type_contrat_convient(c.type, c.modalite) as type_convient,
                               exists (select from entree n where n.structure_id = c.structure_id and n.beneficiaire_id = c.beneficiaire_id
                                          and premier_du_mois(c.debut) between n.debut_mois and n.fin_mois) as couvert
                          from contrat_insertion c
                          join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
                          join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                          left join entreprise t on t.structure_id = c.structure_id and t.id = c.titulaire_id
                         where c.structure_id = :structure and c.id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Ce contrat n’existe pas."));
    }

    ContratPage page(long id, UtilisateurConnecte moi) {
        Identite c = identite(id, moi);
        LocalDate fin = c.fin;
        return new ContratPage(
                id,
                c.nom(),
                c.beneficiaireId,
                c.employeur,
                c.employeurId,
                c.titulaire,
                c.titulaireId,
                c.lieu,
                c.modalite.libelle(),
                c.type == null ? null : c.type.libelle(),
                fin == null
                        ? "depuis le " + JOUR.format(c.debut)
                        : "du " + JOUR.format(c.debut) + " au " + JOUR.format(fin),
                fin != null && fin.isBefore(moi.dateMetier(clock)),
                c.reference,
                lots(id, moi),
                warnings(c),
                months(id, moi));
    }

    private static List<Avertissement> warnings(Identite c) {
        List<Avertissement> avertissements = new ArrayList<>();
        if (!c.couvert)
            avertissements.add(new Avertissement(
                    "Aucune entrée ne couvre le début du contrat\u00a0: ses heures ne compteraient pas.",
                    "/beneficiaires/" + c.beneficiaireId + "/entrees/nouvelle",
                    "Ajouter une entrée"));
        if (!c.convient)
            avertissements.add(new Avertissement(
                    "La modalité ne va pas avec le type de l’employeur.",
                    "/entreprises/" + c.employeurId,
                    "Voir l’employeur"));
        if (!c.typeConvient)
            avertissements.add(new Avertissement("Le type de contrat ne va pas avec la modalité.", null, ""));
        return avertissements;
    }

    /** Where hours are expected, and where there are some. */
    List<ContratPage.Lot> lots(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        with lots as (
                            select lot_id, false as heures from affectation where structure_id = :structure and contrat_id = :id
                            union all
                            select lot_id, true from releve_heures where structure_id = :structure and contrat_id = :id)
                        select l.id, m.id as marche_id, m.reference || ', lot ' || l.numero || ', ' || d.nom as libelle, bool_or(x.heures) as heures
                          from lots x
                          join lot l on l.structure_id = :structure and l.id = x.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                          join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                         group by l.id, m.id, libelle order by libelle, l.id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(ContratPage.Lot.class)
                .list();
    }

    private Grille months(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select h.mois, m.reference || ', lot ' || l.numero as lot, h.heures, h.statut, h.motif_non_compte, r.motif
                          from heure_qualifiee h
                          join releve_heures r on r.structure_id = h.structure_id and r.id = h.releve_id
                          join lot l on l.structure_id = h.structure_id and l.id = h.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                         where h.structure_id = :structure and h.contrat_id = :id
                         order by h.mois desc, lot""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Grille.Ligne(
                        Arrays.asList(
                                YearMonth.from(ligne.getObject("mois", LocalDate.class)),
                                ligne.getString("lot"),
                                new Heures(ligne.getBigDecimal("heures")),
                                StatutHeures.valueOf(ligne.getString("statut")).libelle(),
                                reason(ligne.getString("motif_non_compte"), ligne.getString("motif"))),
                        null))
                .list();
        return new Grille(
                "mois",
                "Heures",
                "",
                List.of(
                        Colonne.texte("Mois"),
                        Colonne.texte("Lot"),
                        Colonne.chiffre("Heures"),
                        Colonne.texte("Statut"),
                        Colonne.texte("Comptées au bilan")),
                lignes,
                null);
    }

    private static String reason(@Nullable String motif, @Nullable String rejet) {
        if (motif == null) return "Oui";
        return switch (motif) {
            case "HORS_PERIODE_ELIGIBILITE" -> "Non\u00a0: hors de toute fenêtre d’éligibilité";
            case "BROUILLON" -> "Non\u00a0: brouillon";
            case "DECLAREE" -> "Non\u00a0: à valider";
            default -> "Non\u00a0: rejetée" + (rejet == null ? "" : " (" + rejet + ")");
        };
    }

    Tenus tenus(Identite c, UtilisateurConnecte moi) {
        return Tenus.of(c, lots(c.id, moi));
    }

    /** The form on a record. */
    ContratForm form(Identite c, UtilisateurConnecte moi) {
        List<ContratPage.Lot> lots = lots(c.id, moi);
        return new ContratForm(
                text(Choix.PERSONNES, c.beneficiaireId, moi),
                text(Choix.ENTREPRISES, c.employeurId, moi),
                c.titulaireId == null ? "" : text(Choix.ENTREPRISES, c.titulaireId, moi),
                c.lieu == null ? "" : c.lieu,
                c.modalite.name(),
                c.type == null ? "" : c.type.name(),
                JOUR.format(c.debut),
                c.fin == null ? "" : JOUR.format(c.fin),
                c.reference == null ? "" : c.reference,
                lots.stream().map(lot -> Long.toString(lot.id())).toList(),
                "",
                Integer.toString(c.version),
                Conflit.several(lots.stream().map(ContratPage.Lot::libelle)),
                "");
    }

    private String text(Choix quoi, long id, UtilisateurConnecte moi) {
        return choix.byId(quoi, id, Set.of(id), moi)
                .map(ChoixLecture.Trouve::texte)
                .orElse("");
    }
}
