package fr.suiviclauses.bilan.details;

import fr.suiviclauses.bilan.comptage.Comptage;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.grille.Grille.Ligne;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.Situation;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.referentiel.TypeMarche;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One page of a list, and the count and hours of all of it, by one statement. The list's SQL file names its columns as
 * people read them; those that begin with "_" are for us: {@code _heures} adds up, {@code _cible} is what a line leads
 * to, {@code _rang} orders.
 */
@Repository
@RequiredArgsConstructor
class DetailsRepository {

    private static final String COMMUN = Comptage.read(DetailsRepository.class, "commun.sql");

    private static final String PAGE = """
            select t.*, l.*
              from (select count(*) as _nombre, sum(_heures) as _total from liste) t
              left join (select * from liste order by _rang limit :taille offset :saut) l on true
             order by l._rang""";

    private static final String MOTIF = "Pourquoi elles ne comptent pas";

    private static final Map<String, Function<String, Libelle>> CODES = Map.of(
            "Modalité", Modalite::valueOf,
            "Nature", NatureDonneurOrdre::valueOf,
            "Situation à douze mois", Situation::valueOf,
            "Type de marché", TypeMarche::valueOf,
            "Type d’entreprise", TypeEntreprise::valueOf);

    private final Comptage comptage;

    /**
     * What was found.
     *
     * @param nombre lines of the whole list
     * @param heures hours of the whole list; null where hours mean nothing
     * @param cibles of each line, what it leads to
     */
    record Extrait(
            long nombre,
            @Nullable Heures heures,
            List<Colonne> colonnes,
            List<Ligne> lignes,
            List<@Nullable String> cibles) {}

    Extrait find(Perimetre perimetre, Liste liste, Precisions precisions, boolean nominatif, int taille, long saut) {
        JdbcClient.StatementSpec requete = comptage.query(
                        perimetre, COMMUN + ", liste as materialized (\n" + liste.sql() + ")\n" + PAGE)
                .param("nominatif", nominatif)
                .param("taille", taille)
                .param("saut", saut);
        for (Precision precision : Precision.values()) {
            requete = requete.param(precision.parametre(), precisions.valeur(precision), Types.VARCHAR);
        }
        boolean comptees = precisions.valeur(Precision.COMPTEES) == null;
        ResultSetExtractor<Extrait> lecture = rs -> extract(rs, comptees ? MOTIF : "");
        return requete.query(lecture);
    }

    private static Extrait extract(ResultSet rs, String cachee) throws SQLException {
        ResultSetMetaData colonnesSql = rs.getMetaData();
        List<Integer> visibles = new ArrayList<>();
        List<Colonne> colonnes = new ArrayList<>();
        for (int i = 1; i <= colonnesSql.getColumnCount(); i++) {
            String nom = colonnesSql.getColumnLabel(i);
            if (!nom.startsWith("_") && !nom.equals(cachee)) {
                visibles.add(i);
                colonnes.add(new Colonne(nom, isFigure(colonnesSql.getColumnType(i))));
            }
        }
        List<Ligne> lignes = new ArrayList<>();
        List<@Nullable String> cibles = new ArrayList<>();
        long nombre = 0;
        BigDecimal heures = null;
        while (rs.next()) {
            nombre = rs.getLong("_nombre");
            heures = rs.getBigDecimal("_total");
            if (rs.getObject("_rang") == null) {
                continue;
            }
            List<@Nullable Object> valeurs = new ArrayList<>();
            for (int v = 0; v < visibles.size(); v++) {
                valeurs.add(value(
                        rs,
                        visibles.get(v),
                        colonnesSql.getColumnType(visibles.get(v)),
                        colonnes.get(v).libelle()));
            }
            lignes.add(new Ligne(valeurs, null));
            cibles.add(rs.getString("_cible"));
        }
        return new Extrait(nombre, heures == null ? null : new Heures(heures), colonnes, lignes, cibles);
    }

    private static boolean isFigure(int type) {
        return type == Types.NUMERIC || type == Types.BIGINT || type == Types.INTEGER;
    }

    private static @Nullable Object value(ResultSet rs, int colonne, int type, String libelle) throws SQLException {
        if (rs.getObject(colonne) == null) {
            return null;
        }
        return switch (type) {
            case Types.DATE -> {
                LocalDate jour = rs.getObject(colonne, LocalDate.class);
                yield libelle.equals("Mois") ? YearMonth.from(jour) : jour;
            }
            case Types.NUMERIC -> new Heures(rs.getBigDecimal(colonne));
            case Types.BIGINT, Types.INTEGER -> rs.getLong(colonne);
            default -> label(libelle, rs.getString(colonne));
        };
    }

    private static String label(String colonne, String texte) {
        if (colonne.equals(MOTIF)) {
            return texte.equals("HORS_PERIODE_ELIGIBILITE")
                    ? "Hors de la période d’éligibilité"
                    : StatutHeures.valueOf(texte).libelle();
        }
        Function<String, Libelle> code = CODES.get(colonne);
        return code == null ? texte : code.apply(texte).libelle();
    }
}
