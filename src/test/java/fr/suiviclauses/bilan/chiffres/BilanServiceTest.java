package fr.suiviclauses.bilan.chiffres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Heures;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The counting rules, one by one, each with rows that must not count. */
@ApplicationTest
@Transactional
class BilanServiceTest {

    @Autowired
    BilanService bilans;

    @Autowired
    JdbcClient jdbc;

    Histoire histoire;
    long ville;
    long port;

    @BeforeEach
    void twoBuyers() {
        histoire = new Histoire(jdbc);
        ville = histoire.donneurOrdre("Ville", "PUBLIC");
        port = histoire.donneurOrdre("Port", "PRIVE");
    }

    @Test
    void one_woman_with_two_contracts_for_two_buyers_counts_once_overall_and_once_in_each_line() {
        long lotA = histoire.lot(histoire.marche(ville, "TRAVAUX", "2021-01-01", "2021-12-31"));
        long lotB = histoire.lot(histoire.marche(port, "SERVICES", "2021-01-01", "2021-12-31"));
        long elle = histoire.personne("F", "1990-05-05");
        histoire.entree(elle, "2021-01-01", "2022-12-31", Map.of("qpv", "OUI"), "DELD", "TH");
        histoire.heures(histoire.contrat(elle, "ETTI"), lotA, "2021-02", "100.50");
        histoire.heures(histoire.contrat(elle, "EMBAUCHE_DIRECTE"), lotB, "2021-03", "7.25");

        Bilan bilan = bilan(2021);

        assertThat(bilan.indicateurs().beneficiaires()).isEqualTo(1);
        assertThat(bilan.indicateurs().heures()).isEqualTo(Heures.of("107.75"));
        assertThat(bilan.indicateurs().partFemmes().affiche()).isEqualTo("100\u202f%");
        assertThat(bilan.donneursOrdres())
                .containsExactly(
                        new LigneDonneurOrdre(
                                "Ville",
                                fr.suiviclauses.referentiel.NatureDonneurOrdre.PUBLIC,
                                Heures.of("100.50"),
                                1,
                                1,
                                false),
                        new LigneDonneurOrdre(
                                "Port",
                                fr.suiviclauses.referentiel.NatureDonneurOrdre.PRIVE,
                                Heures.of("7.25"),
                                1,
                                1,
                                false));
        assertThat(bilan.modalites()).hasSize(2).allMatch(m -> m.contrats() == 1 && m.beneficiaires() == 1);
        assertThat(bilan.criteres()).hasSize(2).allMatch(c -> c.beneficiaires() == 1);
    }

    private Bilan bilan(int annee) {
        return bilans.bilan(Perimetre.annee(histoire.structureId, annee));
    }
}
