package fr.suiviclauses.compte;

import fr.suiviclauses.demarrage.SuiviProperties;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a new installation its first structure, administrator and API token, as the settings name them. Each is made
 * only while there is none, so a setting forgotten at the first start may be given at a later one.
 */
@Component
@Order(PremiereInstallation.RANG)
@RequiredArgsConstructor
class PremiereInstallation implements ApplicationRunner {

    /** After a demonstration has opened its own structure, which then is the first one. */
    static final int RANG = 100;

    private static final Logger LOG = LoggerFactory.getLogger(PremiereInstallation.class);

    private final CompteService comptes;
    private final SuiviProperties suivi;

    @Override
    public void run(ApplicationArguments args) {
        long structureId = comptes.firstStructure().orElseGet(() -> comptes.openStructure(suivi.structure(), null));
        openAdministrator(structureId);
        String jeton = suivi.apiJeton();
        if (jeton != null && !comptes.hasApi()) {
            if (jeton.length() < JetonApi.LONGUEUR_MINIMALE) {
                LOG.warn("SUIVI_API_JETON est ignoré : il faut au moins {} caractères.", JetonApi.LONGUEUR_MINIMALE);
            } else {
                comptes.openApi(structureId, jeton);
            }
        }
    }

    private void openAdministrator(long structureId) {
        @Nullable String email = suivi.admin().email();
        @Nullable String motDePasse = suivi.admin().motDePasse();
        if (email != null && motDePasse != null && !comptes.isAccount(email) && !comptes.hasOwnAdministrator()) {
            comptes.openAccount(structureId, email, "Administrateur", motDePasse, EnumSet.of(Role.ADMINISTRATEUR));
        } else if (!comptes.hasAccount()) {
            LOG.warn("Personne ne peut encore se connecter : donnez SUIVI_ADMIN_EMAIL et SUIVI_ADMIN_MOT_DE_PASSE, "
                    + "puis redémarrez.");
        }
    }
}
