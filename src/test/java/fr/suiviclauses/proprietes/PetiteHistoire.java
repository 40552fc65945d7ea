package fr.suiviclauses.proprietes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Seven rows, and the figures worked out from them by hand. */
final class PetiteHistoire {

    static final Map<String, Object> BILAN_2021 =
            Map.of("indicateurs", numbers("""
                    heures 189.25
                    beneficiaires 2
                    marches_suivis 4
                    donneurs_ordres 3
                    donneurs_ordres_avec_heures 2
                    donneurs_ordres_publics_avec_heures 1
                    donneurs_ordres_prives_avec_heures 1
                    entreprises 3
                    heures_cumul 309.75
                    beneficiaires_cumul 2
                    heures_publiques 181.75
                    heures_privees 7.5
                    part_publique 96.04
                    part_top10 100
                    part_signataires_sba 96.04
                    familles_avec_heures 3
                    part_services 43.06
                    heures_reservees 81.5
                    beneficiaires_reserves 1
                    marches_reserves 1
                    part_heures_reservees 43.06
                    part_marches_reserves 25
                    part_deld 50
                    part_jeunes_26 50
                    part_femmes 50
                    part_qpv 50
                    part_metropole 100
                    part_infra_cap 100
                    part_sans_diplome 50
                    cohorte_12_mois 1
                    part_emploi_12_mois 0
                    part_sans_emploi_12_mois 0
                    """), "operations", List.of(operation()));

    static final Map<String, Object> BILAN_2020 =
            Map.of("indicateurs", numbers("heures 120.5\nbeneficiaires 1\nmarches_suivis 1\n"));

    private PetiteHistoire() {}

    static Histoire read() {
        try (InputStream file =
                Objects.requireNonNull(PetiteHistoire.class.getResourceAsStream("/exemples/petite-histoire.csv"))) {
            return Histoire.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> operation() {
        Map<String, Object> ligne = new LinkedHashMap<>(
                numbers("objectif 1000\nheures_annee 107.75\nheures_cumul 228.25\nbeneficiaires 1\ntaux 22.83\n"));
        ligne.put("nom", "Grand Quai");
        return ligne;
    }

    private static Map<String, Object> numbers(String lines) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            numbers.put(line.substring(0, space), new BigDecimal(line.substring(space + 1)));
        });
        return numbers;
    }
}
