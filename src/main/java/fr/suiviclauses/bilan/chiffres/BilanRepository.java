package fr.suiviclauses.bilan.chiffres;

import fr.suiviclauses.bilan.comptage.Comptage;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.Situation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * All figures of a bilan by one statement, {@code bilan.sql} on what {@link Comptage} counts. Each column is a JSON document that becomes the record
 * of the same name; a field that one of them has and the other has not is an error.
 */
@Repository
@RequiredArgsConstructor
class BilanRepository {

    private static final String CHIFFRES = Comptage.read(BilanRepository.class, "bilan.sql");
    private static final String ANNEES = Comptage.read(BilanRepository.class, "trajectoire.sql");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Comptage comptage;

    Bilan bilan(Perimetre perimetre) {
        return comptage.query(perimetre, CHIFFRES + ANNEES)
                .query((rs, row) -> bilan(
                        perimetre,
                        rs,
                        new Trajectoire(
                                list(rs, "annees", AnneeBilan.class), list(rs, "annees_groupes", GroupeAnnee.class))))
                .single();
    }

    Bilan withoutTrajectory(Perimetre perimetre) {
        return comptage.query(perimetre, CHIFFRES)
                .query((rs, row) -> bilan(perimetre, rs, Trajectoire.AUCUNE))
                .single();
    }

    private static Bilan bilan(Perimetre perimetre, ResultSet rs, Trajectoire trajectoire) throws SQLException {
        return new Bilan(
                perimetre,
                rs.getString("structure"),
                rs.getObject("date_demonstration", LocalDate.class),
                EtatBilan.valueOf(rs.getString("etat")),
                rs.getInt("premiere_annee"),
                rs.getInt("derniere_annee"),
                JSON.readValue(rs.getString("indicateurs"), Indicateurs.class),
                list(rs, "donneurs_ordres", LigneDonneurOrdre.class),
                list(rs, "familles", LigneFamille.class),
                list(rs, "groupes", LigneGroupe.class),
                list(rs, "types", LigneType.class),
                list(rs, "chartes", LigneCharte.class),
                list(rs, "modalites", LigneModalite.class),
                list(rs, "clauses", LigneClause.class),
                counts(rs, "criteres", Critere.class),
                counts(rs, "diplomes", Diplome.class),
                counts(rs, "sexes", Sexe.class),
                counts(rs, "qpv", Qpv.class),
                counts(rs, "metropole", Metropole.class),
                counts(rs, "ages", TrancheAge.class),
                list(rs, "prescripteurs", LignePrescripteur.class),
                counts(rs, "situations", Situation.class),
                list(rs, "operations", LigneOperation.class),
                list(rs, "agregats", AgregatDeclare.class),
                trajectoire);
    }

    private static <T> List<T> list(ResultSet rs, String colonne, Class<T> type) throws SQLException {
        return list(rs, colonne, JSON.constructType(type));
    }

    private static <C extends Libelle> List<LigneEffectif<C>> counts(ResultSet rs, String colonne, Class<C> code)
            throws SQLException {
        return list(rs, colonne, JSON.getTypeFactory().constructParametricType(LigneEffectif.class, code));
    }

    private static <T> List<T> list(ResultSet rs, String colonne, JavaType type) throws SQLException {
        String json = rs.getString(colonne);
        return json == null
                ? List.of()
                : JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
