package fr.suiviclauses.demo;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.demarrage.SuiviProperties;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * Opens the demonstration on a new database, and loads it. It comes before the accounts of the settings, which then
 * belong to its structure. A load that was cut short begins again at the next start: the import adds nothing twice.
 */
@Component
@Order(1)
@RequiredArgsConstructor
class DemonstrationInstallation implements ApplicationRunner {

    /** The day on which the demonstration lives: the report of 2021 is being written. */
    static final LocalDate DATE_METIER = LocalDate.of(2022, 1, 17);

    static final String STRUCTURE = "Toulouse Métropole Emploi (démonstration)";

    private final CompteService comptes;
    private final DemonstrationComptes demonstrationComptes;
    private final DemonstrationChargement chargement;
    private final SuiviProperties suivi;
    private final Environment environment;
    private final TransactionOperations transactions;

    @Override
    public void run(ApplicationArguments args) {
        if (comptes.firstStructure().isEmpty() && wanted()) {
            transactions.executeWithoutResult(status -> {
                long structureId = comptes.openStructure(STRUCTURE, DATE_METIER);
                demonstrationComptes.open(structureId);
            });
        }
        comptes.demonstration().filter(chargement::isMissing).ifPresent(chargement::load);
    }

    /** Unless somebody decided, only the embedded database gets a demonstration. */
    private boolean wanted() {
        Boolean decide = suivi.demo();
        return decide != null ? decide : !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }
}
