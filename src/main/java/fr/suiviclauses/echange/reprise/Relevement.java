package fr.suiviclauses.echange.reprise;

import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.echange.format.Anomalie;
import fr.suiviclauses.echange.format.Anomalies;
import fr.suiviclauses.echange.format.Changement;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads back what the steps left in their temporary tables. */
final class Relevement {

    private static final RowMapper<Anomalie> ANOMALIE = (ligne, rang) -> new Anomalie(
            ligne.getObject("ligne", Integer.class),
            ligne.getString("colonne"),
            text(ligne.getString("valeur")),
            Typographie.insecables(text(ligne.getString("message"))));

    private final JdbcTemplate jdbc;

    Relevement(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives anomalies the values that the file has. */
    interface Vues {
        List<List<Anomalie>> in(List<List<Anomalie>> listes) throws IOException;
    }

    Constat read(int lignes, Anomalies erreursDeLecture, Vues vues) throws IOException {
        List<List<Anomalie>> trouvees = vues.in(List.of(anomalies("r_erreur"), anomalies("r_avertissement")));
        List<Anomalie> erreurs = erreursDeLecture.firstWith(trouvees.get(0));
        BitSet enErreur = linesInError(erreursDeLecture);
        Integer[] exclues = enErreur.stream().boxed().toArray(Integer[]::new);
        return new Constat(
                lignes,
                countLines("nouvelle", exclues),
                countLines("modifiee and not nouvelle", exclues),
                enErreur.cardinality(),
                erreurs,
                erreursDeLecture.total() + count("r_erreur"),
                trouvees.get(1),
                count("r_avertissement"),
                changements(),
                count("r_changement"));
    }

    private List<Anomalie> anomalies(String table) {
        return jdbc.query(
                "select ligne, colonne, left(valeur, 200) as valeur, message from " + table
                        + " order by ligne nulls first, colonne, message limit " + Anomalies.GARDEES,
                ANOMALIE);
    }

    private List<Changement> changements() {
        return jdbc.query(
                "select ligne, colonne, objet, avant, apres, lignes from r_changement order by ligne, colonne limit "
                        + Anomalies.GARDEES,
                (ligne, rang) -> new Changement(
                        ligne.getInt("ligne"),
                        text(ligne.getString("colonne")),
                        Typographie.insecables(text(ligne.getString("objet"))),
                        text(ligne.getString("avant")),
                        text(ligne.getString("apres")),
                        ligne.getInt("lignes")));
    }

    private BitSet linesInError(Anomalies erreursDeLecture) {
        BitSet lignes = erreursDeLecture.lignes();
        jdbc.query("select distinct ligne from r_erreur where ligne is not null", ligne -> {
            lignes.set(ligne.getInt(1));
        });
        return lignes;
    }

    private int countLines(String etat, Integer[] exclues) {
        Integer nombre = jdbc.queryForObject(
                "select count(*) from r_etat where " + etat + " and not ligne = any (?)", Integer.class, (Object)
                        exclues);
        return nombre == null ? 0 : nombre;
    }

    private int count(String table) {
        Integer nombre = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return nombre == null ? 0 : nombre;
    }

    private static String text(@Nullable String valeur) {
        return valeur == null ? "" : valeur;
    }
}
