package fr.suiviclauses.avancement;

import java.util.Map;

/**
 * How some lots stand on a day.
 *
 * @param lots by the lot's id
 * @param marches by the marché's id, of these lots alone; one without a lot is not there
 * @param total of them all: from the first of their marchés' starts to the last of their ends, open where one is
 */
public record Avancements(Map<Long, Avancement> lots, Map<Long, Avancement> marches, Avancement total) {

    public Avancements {
        lots = Map.copyOf(lots);
        marches = Map.copyOf(marches);
    }

    public Avancement lot(long id) {
        return lots.getOrDefault(id, Avancement.RIEN);
    }

    public Avancement marche(long id) {
        return marches.getOrDefault(id, Avancement.RIEN);
    }
}
