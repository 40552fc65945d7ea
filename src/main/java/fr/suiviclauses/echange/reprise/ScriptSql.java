package fr.suiviclauses.echange.reprise;

import fr.suiviclauses.echange.format.Colonne;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statements of one resource, run in order. They name the structure, the user, the deposit and the bits of columns; all of these
 * are numbers of the program's own, put into the text because CREATE TABLE … AS takes no parameter.
 */
final class ScriptSql {

    private static final Pattern COMMENTAIRE = Pattern.compile("(?m)^ *--.*\\R?");
    private static final Pattern FIN = Pattern.compile(";\\s*(?:\\R|$)");

    private final JdbcTemplate jdbc;
    private final long structureId;
    private final @Nullable Long utilisateurId;
    private final @Nullable Long depotId;
    private final List<? extends Colonne> colonnes;

    ScriptSql(
            JdbcTemplate jdbc,
            long structureId,
            @Nullable Long utilisateurId,
            @Nullable Long depotId,
            List<? extends Colonne> colonnes) {
        this.jdbc = jdbc;
        this.structureId = structureId;
        this.utilisateurId = utilisateurId;
        this.depotId = depotId;
        this.colonnes = colonnes;
    }

    void run(String ressource) {
        for (String instruction : statements(ressource)) jdbc.execute(filled(instruction));
    }

    private String filled(String instruction) {
        String sql = instruction
                .replace(":structure", Long.toString(structureId))
                .replace(":utilisateur", number(utilisateurId))
                .replace(":depot", number(depotId));
        for (Colonne colonne : colonnes) {
            sql = sql.replace("{" + colonne.nom() + "}", Long.toString(colonne.masque()));
        }
        return sql;
    }

    private static String number(@Nullable Long id) {
        return id == null ? "null::bigint" : Long.toString(id);
    }

    static List<String> statements(String ressource) {
        String script = COMMENTAIRE.matcher(read(ressource)).replaceAll("");
        return Stream.of(FIN.split(script, 0)).filter(s -> !s.isBlank()).toList();
    }

    private static String read(String ressource) {
        try (InputStream in = ScriptSql.class.getResourceAsStream(ressource)) {
            if (in == null) throw new IllegalArgumentException("no such script: " + ressource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
