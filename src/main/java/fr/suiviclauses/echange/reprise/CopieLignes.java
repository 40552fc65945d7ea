package fr.suiviclauses.echange.reprise;

import fr.suiviclauses.echange.format.AnalyseLignes;
import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.echange.format.LigneTypee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends typed lines to a temporary table by COPY, as they are read: the fastest way in, and nothing is held. */
final class CopieLignes implements AnalyseLignes.Suite, AutoCloseable {

    private static final int TAMPON = 1 << 16;

    private final CopyIn copie;
    private final StringBuilder tampon = new StringBuilder(TAMPON + 4096);

    /** Creates the table and begins the copy; nothing else may use the connection until it is closed. */
    CopieLignes(Connection connexion, String table, List<? extends Colonne> colonnes) throws SQLException {
        try (var instruction = connexion.createStatement()) {
            instruction.execute(colonnes.stream()
                    .map(c -> c.nom() + " " + c.typeSql())
                    .collect(Collectors.joining(
                            ", ",
                            "create temp table " + table + " (ligne integer, personne boolean, invalides bigint, ",
                            ") on commit drop")));
        }
        this.copie = connexion
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin with (encoding 'UTF8')");
    }

    @Override
    public void line(LigneTypee ligne) {
        tampon.append(ligne.numero())
                .append('\t')
                .append(ligne.personne() ? 't' : 'f')
                .append('\t')
                .append(ligne.invalides());
        for (String valeur : ligne.valeurs()) {
            tampon.append('\t');
            append(valeur);
        }
        tampon.append('\n');
        if (tampon.length() >= TAMPON) send();
    }

    private void append(@Nullable String valeur) {
        if (valeur == null) {
            tampon.append("\\N");
            return;
        }
        for (int i = 0; i < valeur.length(); i++) {
            char c = valeur.charAt(i);
            switch (c) {
                case '\\' -> tampon.append("\\\\");
                case '\t' -> tampon.append("\\t");
                case '\n' -> tampon.append("\\n");
                case '\r' -> tampon.append("\\r");
                default -> tampon.append(c);
            }
        }
    }

    private void send() {
        byte[] octets = tampon.toString().getBytes(StandardCharsets.UTF_8);
        tampon.setLength(0);
        try {
            copie.writeToCopy(octets, 0, octets.length);
        } catch (SQLException refused) {
            throw new UncheckedIOException(new IOException(refused));
        }
    }

    /** All lines are in. */
    void end() throws SQLException {
        send();
        copie.endCopy();
    }

    /** Gives the connection back when reading stopped on the way. */
    @Override
    public void close() throws SQLException {
        if (copie.isActive()) copie.cancelCopy();
    }
}
