package fr.suiviclauses.commun.saisie;

import fr.suiviclauses.commun.Typographie;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The database refuses nonsense by named constraints; here each gets its field and its French sentence, from
 * {@code contraintes.properties}. The one handler of them: two people who pass the same check at the same moment are
 * told the same as one who came later.
 */
public final class Contraintes {

    private static final Properties PHRASES = load();

    private Contraintes() {}

    /**
     * Does something that writes, and flushes, within.
     *
     * @throws RegleMetierException where a constraint that has a sentence refuses it
     */
    public static <T extends @Nullable Object> T translated(Supplier<T> ecriture) {
        try {
            return ecriture.get();
        } catch (DataIntegrityViolationException refused) {
            throw translate(refused);
        }
    }

    /** The refusal as a sentence; a constraint without one is ours to mend, and stays an error. */
    public static RuntimeException translate(DataIntegrityViolationException refused) {
        String regle = name(refused);
        String phrase = regle == null ? null : PHRASES.getProperty(regle);
        if (phrase == null) return refused;
        int barre = phrase.indexOf('|');
        return new RegleMetierException(
                phrase.substring(0, barre), Typographie.insecables(phrase.substring(barre + 1)));
    }

    private static @Nullable String name(DataIntegrityViolationException refused) {
        ServerErrorMessage message = NestedExceptionUtils.getMostSpecificCause(refused) instanceof PSQLException sql
                ? sql.getServerErrorMessage()
                : null;
        return message == null ? null : message.getConstraint();
    }

    private static Properties load() {
        Properties phrases = new Properties();
        try (Reader fichier = new InputStreamReader(
                Contraintes.class.getResourceAsStream("/contraintes.properties"), StandardCharsets.UTF_8)) {
            phrases.load(fichier);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return phrases;
    }
}
