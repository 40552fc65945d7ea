package fr.suiviclauses.securite;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A form that was sent after its session had ended, kept until its author signs in again.
 *
 * @param adresse where it was sent to, without its query
 * @param champs its fields, those of the query among them
 */
public record EnvoiGarde(String adresse, Map<String, String> champs, Instant moment) implements Serializable {

    public EnvoiGarde {
        champs = new HashMap<>(champs);
    }
}
