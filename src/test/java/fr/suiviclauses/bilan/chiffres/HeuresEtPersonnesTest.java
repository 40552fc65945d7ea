package fr.suiviclauses.bilan.chiffres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.suiviclauses.bilan.Histoire;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which hours count, and how people are counted. */
class HeuresEtPersonnesTest extends RegleDeComptage {

    @Test
    void one_woman_with_two_contracts_for_two_buyers_counts_once_overall_and_once_in_each_line() {
        long elle = histoire.personne("F", "1990-05-05");
        histoire.entree(elle, "2021-01-01", "2022-12-31", Map.of("qpv", "OUI"), "DELD", "TH");
        long lotVille = histoire.lot(histoire.marche(ville, "TRAVAUX", "2021-01-01", "2021-12-31"));
        long lotPort = histoire.lot(histoire.marche(port, "SERVICES", "2021-01-01", "2021-12-31"));
        histoire.heures(histoire.contrat(elle, "ETTI"), lotVille, "2021-02", "100.50");
        histoire.heures(histoire.contrat(elle, "EMBAUCHE_DIRECTE"), lotPort, "2021-03", "7.25");

        Bilan bilan = bilan(2021);

        assertThat(bilan.indicateurs().beneficiaires()).isEqualTo(1);
        assertThat(bilan.indicateurs().heures()).isEqualTo(h("107.75"));
        assertThat(bilan.indicateurs().femmes()).isEqualTo(1);
        assertThat(bilan.donneursOrdres())
                .extracting(LigneDonneurOrdre::nom, LigneDonneurOrdre::heures, LigneDonneurOrdre::beneficiaires)
                .containsExactly(tuple("Ville", h("100.50"), 1L), tuple("Port", h("7.25"), 1L));
        assertThat(bilan.modalites()).hasSize(2).allMatch(m -> m.contrats() == 1 && m.beneficiaires() == 1);
        assertThat(bilan.criteres()).hasSize(2).allMatch(c -> c.beneficiaires() == 1);
    }

    @Test
    void the_year_of_an_hour_is_its_month_of_work() {
        long lot = lot();
        histoire.heuresDe(lot, "2020-12", "1.00");
        histoire.heuresDe(lot, "2021-01", "10.00");
        histoire.heuresDe(lot, "2021-12", "100.00");
        histoire.heuresDe(lot, "2022-01", "700.00");
        assertThat(indicateurs(2021).heures()).isEqualTo(h("110.00"));
        assertThat(indicateurs(2021).beneficiaires()).isEqualTo(2);
    }

    @Test
    void only_validated_hours_count() {
        long lot = lot();
        long contrat = histoire.contrat(histoire.personne(), "ETTI");
        histoire.heures(contrat, lot, "2021-01", "1.00", "VALIDEE");
        histoire.heures(contrat, lot, "2021-02", "10.00", "DECLAREE");
        histoire.heures(contrat, lot, "2021-03", "100.00", "BROUILLON");
        histoire.heures(contrat, lot, "2021-04", "200.00", "REJETEE");
        histoire.heures(histoire.contrat(histoire.personne(), "ETTI"), lot, "2021-04", "50.00", "DECLAREE");
        assertThat(indicateurs(2021).heures()).isEqualTo(h("1.00"));
        assertThat(indicateurs(2021).beneficiaires()).isEqualTo(1);
    }

    @Test
    void a_month_counts_when_one_of_its_days_is_in_a_window() {
        long lot = lot();
        long il = histoire.personne("H", "1990-05-05");
        histoire.entree(il, "2021-03-31", "2021-06-01", Map.of(), "DELD");
        long contrat = histoire.contrat(il, "ETTI");
        histoire.heures(contrat, lot, "2021-02", "1.00");
        histoire.heures(contrat, lot, "2021-03", "10.00");
        histoire.heures(contrat, lot, "2021-06", "100.00");
        histoire.heures(contrat, lot, "2021-07", "200.00");
        long sansEntree = histoire.personne("F", "1990-05-05");
        histoire.heures(histoire.contrat(sansEntree, "ETTI"), lot, "2021-05", "50.00");
        assertThat(indicateurs(2021).heures()).isEqualTo(h("110.00"));
        assertThat(indicateurs(2021).beneficiaires()).isEqualTo(1);
    }

    @Test
    void a_month_of_two_windows_belongs_to_the_later_entry() {
        long il = histoire.personne("H", "1990-05-05");
        histoire.entree(il, "2019-03-15", "2021-03-14", Map.of("diplome", "DNB"), "DELD");
        histoire.entree(il, "2021-03-15", "2023-03-14", Map.of("diplome", "BAC"), "TH");
        histoire.heures(histoire.contrat(il, "ETTI"), lot(), "2021-03", "10.00");
        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().heures()).isEqualTo(h("10.00"));
        assertThat(bilan.criteres()).containsExactly(new LigneEffectif<>(Critere.TH, 1));
        assertThat(bilan.diplomes()).containsExactly(new LigneEffectif<>(Diplome.BAC, 1));
    }

    @Test
    void attributes_are_those_of_the_latest_entry_with_hours_in_the_period_under_the_filter() {
        long il = histoire.personne("H", "1996-01-01");
        histoire.entree(il, "2020-01-01", "2021-05-31", Map.of("qpv", "OUI", "prescripteur", "PLIE"), "DELD");
        histoire.entree(il, "2021-06-01", "2022-05-31", Map.of("qpv", "NON", "metropole", true), "TH");
        histoire.entree(il, "2022-06-01", "2024-05-31", Map.of("qpv", "INCONNU"), "AUTRE");
        long contrat = histoire.contrat(il, "ETTI");
        histoire.heures(contrat, lot(), "2021-02", "10.00");
        histoire.heures(
                contrat, histoire.lot(histoire.marche(port, "SERVICES", "2021-01-01", null)), "2021-08", "5.00");

        Bilan tout = bilan(2021);
        assertThat(tout.criteres()).containsExactly(new LigneEffectif<>(Critere.TH, 1));
        assertThat(tout.qpv()).containsExactly(new LigneEffectif<>(Qpv.NON, 1));
        assertThat(tout.metropole()).containsExactly(new LigneEffectif<>(Metropole.OUI, 1));
        assertThat(tout.prescripteurs()).containsExactly(new LignePrescripteur(null, 1));
        assertThat(tout.ages()).containsExactly(new LigneEffectif<>(TrancheAge.MOINS_DE_26, 1));

        Bilan deLaVille = bilan(2021, Filtres.AUCUN.avecDonneurOrdre("Ville"));
        assertThat(deLaVille.criteres()).containsExactly(new LigneEffectif<>(Critere.DELD, 1));
        assertThat(deLaVille.indicateurs().partQpv().affiche()).isEqualTo("100\u202f%");
        assertThat(deLaVille.prescripteurs()).containsExactly(new LignePrescripteur("PLIE", 1));
        assertThat(deLaVille.ages()).containsExactly(new LigneEffectif<>(TrancheAge.MOINS_DE_26, 1));
    }

    @Test
    void the_unknown_stay_in_the_denominator_and_both_criteria_of_the_young_count_once() {
        long lot = lot();
        String[][] criteres = {
            {"JEUNE_SANS_QUALIFICATION", "JEUNE_SANS_EXPERIENCE"}, {"JEUNE_SANS_EXPERIENCE"}, {"DELD"}, {"AUTRE"}
        };
        String[] sexes = {"F", "NON_RENSEIGNE", "H", "H"};
        String[] diplomes = {"SAVOIRS_BASE", "CAP_BEP", "ETRANGER", ""};
        for (int i = 0; i < 4; i++) {
            long personne = histoire.personne(sexes[i], "2000-01-01");
            Map<String, ?> attributs = diplomes[i].isEmpty() ? Map.of() : Map.of("diplome", diplomes[i]);
            histoire.entree(personne, "2021-01-01", "2022-12-31", attributs, criteres[i]);
            histoire.heures(histoire.contrat(personne, "ETTI"), lot, "2021-02", "10.00");
        }
        Indicateurs i = indicateurs(2021);
        assertThat(i.partJeunes26().pourcentage(2)).isEqualByComparingTo("50");
        assertThat(i.partDeld().pourcentage(2)).isEqualByComparingTo("25");
        assertThat(i.partFemmes().pourcentage(2)).isEqualByComparingTo("25");
        assertThat(i.partInfraCap().pourcentage(2)).isEqualByComparingTo("50");
        assertThat(i.partSansDiplome().pourcentage(2)).isEqualByComparingTo("25");
        assertThat(i.partMetropole().pourcentage(2)).isEqualByComparingTo("0");
        assertThat(i.partQpv().pourcentage(2)).isEqualByComparingTo("0");
        Bilan bilan = bilan(2021);
        assertThat(bilan.diplomes())
                .extracting(LigneEffectif::libelle)
                .containsExactlyInAnyOrder("Savoirs de base", "CAP, BEP", "Diplôme étranger", "Non renseigné");
        assertThat(bilan.sexes()).contains(new LigneEffectif<>(Sexe.NON_RENSEIGNE, 1));
        assertThat(bilan.criteres().get(0)).isEqualTo(new LigneEffectif<>(Critere.JEUNE_SANS_EXPERIENCE, 2));
    }

    @Test
    void ages_are_at_the_entry_by_the_day() {
        long lot = lot();
        for (String naissance : new String[] {"1995-06-02", "1995-06-01", "1971-06-02", "1971-06-01"}) {
            long personne = histoire.personne("F", naissance);
            histoire.entree(personne, "2021-06-01", "2022-12-31", Map.of(), "DELD");
            histoire.heures(histoire.contrat(personne, "ETTI"), lot, "2021-12", "10.00");
        }
        assertThat(bilan(2021).ages())
                .containsExactlyInAnyOrder(
                        new LigneEffectif<>(TrancheAge.MOINS_DE_26, 1),
                        new LigneEffectif<>(TrancheAge.DE_26_A_49, 2),
                        new LigneEffectif<>(TrancheAge.A_PARTIR_DE_50, 1));
    }

    @Test
    void anonymising_a_person_changes_no_figure() {
        long elle = histoire.personne("F", "2000-01-01");
        long entree = histoire.entree(elle, "2021-01-01", "2022-12-31", Map.of("qpv", "OUI", "diplome", "BAC"), "DELD");
        histoire.heures(histoire.contrat(elle, "ETTI"), lot(), "2021-02", "10.00");
        Bilan avant = bilan(2021);
        histoire.update("update entree set age_fige = 21 where id = ?", entree);
        histoire.update(
                "update beneficiaire set nom = null, prenom = null, naissance = null, reference = null, anonymise_le = now() where id = ?",
                elle);
        assertThat(bilan(2021)).isEqualTo(avant);
    }

    @Test
    void another_structure_is_never_counted() {
        histoire.heuresDe(lot(), "2021-02", "10.00");
        Histoire autre = new Histoire(jdbc);
        long acheteur = autre.donneurOrdre("Ville", "PUBLIC");
        autre.heuresDe(autre.lot(autre.marche(acheteur, "TRAVAUX", "2021-01-01", null)), "2021-02", "99.00");
        autre.agregat("Ailleurs", 2021, "5");
        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().heures()).isEqualTo(h("10.00"));
        assertThat(bilan.indicateurs().donneursOrdres()).isEqualTo(1);
        assertThat(bilan.agregats()).isEmpty();
    }
}
