package fr.suiviclauses.bilan.comptage;

import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks about what counts in a perimeter. Each query is {@code comptage.sql}, which names the selected lots, their counted
 * hours, the followed marchés and buyers, the people with their attributes, followed by a selection of its own: so a
 * figure and the list behind it can't disagree. SQL rather than HQL: see docs/decisions/0002.
 */
@Component
@RequiredArgsConstructor
public class Comptage {

    private static final String COMMUN = read(Comptage.class, "comptage.sql");

    private final JdbcClient jdbc;

    /**
     * A statement on a perimeter.
     *
     * @param selection continues the common part: {@code select …}, or {@code , autre as (…) select …}
     */
    public JdbcClient.StatementSpec query(Perimetre perimetre, String selection) {
        Filtres filtres = perimetre.filtres();
        return jdbc.sql(COMMUN + selection)
                .param("structure", perimetre.structureId())
                .param("depuis", perimetre.depuis())
                .param("annee", perimetre.annee())
                .param("debut", perimetre.debut())
                .param("fin", perimetre.fin())
                .param("tout", filtres.vides())
                .param("nature", name(filtres.nature()), Types.VARCHAR)
                .param("donneurOrdre", filtres.donneurOrdre(), Types.VARCHAR)
                .param("operation", filtres.operation(), Types.VARCHAR)
                .param("groupe", filtres.groupe(), Types.VARCHAR)
                .param("type", name(filtres.type()), Types.VARCHAR)
                .param("clause", name(filtres.clause()), Types.VARCHAR);
    }

    /** The text of an SQL file beside a class. */
    public static String read(Class<?> beside, String fichier) {
        try (InputStream in = beside.getResourceAsStream(fichier)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + fichier);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
