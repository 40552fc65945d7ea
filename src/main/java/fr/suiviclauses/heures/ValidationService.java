package fr.suiviclauses.heures;

import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists relevés of one status and decides on a selection of them. */
@Service
@RequiredArgsConstructor
class ValidationService {

    static final int LIGNES_MAX = 500;

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final EtatHeures etats;
    private final HeuresLecture lecture;

    /** A relevé to decide on. */
    record Releve(
            long id,
            int version,
            String personne,
            String mois,
            String heures,
            String employeur,
            String lot,
            @Nullable String remarque) {}

    @Transactional(readOnly = true)
    List<Releve> list(FiltreHeures filtre, StatutHeures statut, UtilisateurConnecte moi) {
        lecture.entete(filtre, moi);
        StringBuilder ou = new StringBuilder();
        Map<String, String> conditions = Map.of(
                "marche",
                "l.marche_id",
                "lot",
                "l.id",
                "facilitateur",
                "m.facilitateur_id",
                "operation",
                "m.operation_id");
        conditions.forEach((cible, colonne) -> {
            if (filtre.cibles().containsKey(cible))
                ou.append(" and ").append(colonne).append(" = :").append(cible);
        });
        if (filtre.cibles().containsKey("entreprise"))
            ou.append(" and (c.employeur_id = :entreprise or c.titulaire_id = :entreprise)");
        StatementSpec requete = jdbc.sql("""
                        select r.id, r.version, b.nom, b.prenom, r.mois, r.heures, e.nom as employeur,
                               m.reference || ', lot ' || l.numero as lot, coalesce(r.motif, r.justification) as remarque
                          from releve_heures r
                          join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                          join beneficiaire b on b.structure_id = r.structure_id and b.id = c.beneficiaire_id
                          join entreprise e on e.structure_id = r.structure_id and e.id = c.employeur_id
                          join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
                          join marche m on m.structure_id = r.structure_id and m.id = l.marche_id
                         where r.structure_id = :structure and r.mois between :du and :au and r.statut = :statut %s
                         order by r.mois, e.nom_normalise, b.nom_normalise nulls last, b.prenom_normalise, r.id
                         limit :max""".formatted(ou))
                .param("structure", moi.structureId())
                .param("du", filtre.du())
                .param("au", filtre.au())
                .param("statut", statut.name())
                .param("max", LIGNES_MAX);
        for (Map.Entry<String, Long> cible : filtre.cibles().entrySet())
            requete = requete.param(cible.getKey(), cible.getValue());
        return requete.query((ligne, n) -> new Releve(
                        ligne.getLong("id"),
                        ligne.getInt("version"),
                        Personne.nom(ligne.getString("nom"), ligne.getString("prenom")),
                        MOIS.format(ligne.getObject("mois", LocalDate.class)),
                        shown(ligne.getBigDecimal("heures")),
                        ligne.getString("employeur"),
                        ligne.getString("lot"),
                        ligne.getString("remarque")))
                .list();
    }

    private static String shown(@Nullable BigDecimal heures) {
        return heures == null ? "" : Regles.shown(heures);
    }

    /**
     * Validates, rejects or sends back a selection.
     *
     * @param motif why they are rejected: the company reads it
     * @return how many took the decision; those that someone changed meanwhile, and those of a closed year, did not
     */
    @Transactional
    public int decide(
            List<Long> ids,
            List<Integer> versions,
            StatutHeures statut,
            @Nullable String motif,
            UtilisateurConnecte moi) {
        if (ids.isEmpty()) throw new RegleMetierException("", "Cochez au moins une ligne.");
        if (statut == StatutHeures.REJETEE && motif == null)
            throw new RegleMetierException("motif", "Dites pourquoi ces heures sont rejetées.");
        return etats.decide(ids, versions, statut, statut == StatutHeures.REJETEE ? motif : null, moi);
    }
}
