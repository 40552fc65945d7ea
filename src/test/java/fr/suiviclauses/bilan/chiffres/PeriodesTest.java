package fr.suiviclauses.bilan.chiffres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.suiviclauses.bilan.HistoireMelee;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.Situation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What looks at other years: cohort, cumulation, operations, trajectory; and what stands beside. */
class PeriodesTest extends RegleDeComptage {

    @Test
    void the_cohort_is_the_people_of_the_year_before_and_who_did_not_answer_stays_in_it() {
        long lot = lot();
        long enCdi = histoire.heuresDe(lot, "2020-02", "10.00");
        histoire.situation(enCdi, 2020, 12, "CDI");
        histoire.situation(enCdi, 2020, 6, "ABANDON");
        long enFormation = histoire.heuresDe(lot, "2020-03", "10.00");
        histoire.situation(enFormation, 2020, 12, "FORMATION");
        long sansRien = histoire.heuresDe(lot, "2020-03", "10.00");
        histoire.situation(sansRien, 2020, 12, "SANS_SITUATION");
        long muet = histoire.heuresDe(lot, "2020-03", "10.00");
        histoire.situation(muet, 2019, 12, "CDI");
        long de2021 = histoire.heuresDe(lot, "2021-03", "10.00");
        histoire.situation(de2021, 2020, 12, "CDI");
        long declare = histoire.personne();
        histoire.heures(histoire.contrat(declare, "ETTI"), lot, "2020-03", "10.00", "DECLAREE");
        histoire.situation(declare, 2020, 12, "CDI");

        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().cohorte12Mois()).isEqualTo(4);
        assertThat(bilan.indicateurs().partEmploi12Mois()).isEqualTo(Part.of(2, 4));
        assertThat(bilan.indicateurs().partSansEmploi12Mois()).isEqualTo(Part.of(1, 4));
        assertThat(bilan.situations())
                .containsExactly(
                        new LigneEffectif<>(Situation.CDI, 1),
                        new LigneEffectif<>(Situation.FORMATION, 1),
                        new LigneEffectif<>(Situation.NON_RENSEIGNE, 1),
                        new LigneEffectif<>(Situation.SANS_SITUATION, 1));
        assertThat(bilan(2021, Filtres.AUCUN.avecNature(NatureDonneurOrdre.PRIVE))
                        .indicateurs()
                        .cohorte12Mois())
                .isZero();
        assertThat(bilan(2020, 2021).indicateurs().cohorte12Mois()).isNull();
        assertThat(bilan(2020, 2021).indicateurs().partEmploi12Mois().affiche()).isEqualTo("–");
        assertThat(bilan(2020, 2021).situations()).isEmpty();
    }

    @Test
    void eleven_without_an_answer_of_1130_stay_in_the_denominator() {
        Part emploi = Part.of(735, 1130);
        Part sansEmploi = Part.of(384, 1130);
        Part muets = Part.of(11, 1130);
        assertThat(List.of(emploi.affiche(), sansEmploi.affiche(), muets.affiche()))
                .containsExactly("65\u202f%", "34\u202f%", "1\u202f%");
    }

    @Test
    void over_several_years_people_and_contracts_count_once() {
        long lot = lot();
        long elle = histoire.personne();
        long contrat = histoire.contrat(elle, "GEIQ");
        histoire.heures(contrat, lot, "2020-02", "10.00");
        histoire.heures(contrat, lot, "2021-02", "10.00");
        histoire.heures(histoire.contrat(elle, "GEIQ"), lot, "2021-03", "10.00");
        histoire.heures(contrat, lot, "2022-02", "10.00");
        Bilan bilan = bilan(2020, 2021);
        assertThat(bilan.indicateurs().heures()).isEqualTo(h("30.00"));
        assertThat(bilan.indicateurs().beneficiaires()).isEqualTo(1);
        assertThat(bilan.indicateurs().marchesSuivis()).isEqualTo(1);
        assertThat(bilan.modalites()).containsExactly(new LigneModalite(Modalite.GEIQ, 2, 1, h("30.00")));
        assertThat(bilan.anneePrecedente()).isEmpty();
        assertThat(bilan.evolutionHeures().existe()).isFalse();
    }

    @Test
    void the_cumulation_goes_from_the_first_year_to_the_bilans_whatever_the_period() {
        long lot = lot();
        long elle = histoire.personne("F", "1990-01-01");
        histoire.entree(elle, "2015-01-01", "2023-12-31", Map.of(), "DELD");
        long contrat = histoire.contrat(elle, "ETTI");
        histoire.heures(contrat, lot, "2015-02", "10.00");
        histoire.heures(contrat, lot, "2021-02", "10.00");
        histoire.heures(contrat, lot, "2022-02", "10.00");
        histoire.heuresDe(lot, "2020-05", "5.00");
        for (Bilan bilan : List.of(bilan(2021), bilan(2020, 2021))) {
            assertThat(bilan.indicateurs().heuresCumul()).isEqualTo(h("25.00"));
            assertThat(bilan.indicateurs().beneficiairesCumul()).isEqualTo(2);
        }
    }

    @Test
    void an_operation_adds_up_all_its_years_and_its_rate_is_never_capped() {
        long teleo = histoire.operation("Téléo", "15000");
        histoire.operation("Sans marché", "100");
        long lot = histoire.lot(histoire.marche(ville, "TRAVAUX", "2012-01-01", "2025-12-31", teleo));
        for (int p = 0; p < 27; p++) {
            long personne = histoire.personne("H", "1990-01-01");
            histoire.entree(personne, "2019-01-01", "2022-12-31", Map.of(), "DELD");
            long contrat = histoire.contrat(personne, "ETTI");
            for (int mois = 1; mois <= 5; mois++) {
                histoire.heures(contrat, lot, "2020-0" + mois, "120.00");
            }
            histoire.heures(contrat, lot, "2021-01", p == 0 ? "34.00" : "16.00");
            histoire.heures(contrat, lot, "2022-01", "50.00");
        }
        long sansObjectif = histoire.operation("Sans objectif", null);
        histoire.lot(histoire.marche(ville, "TRAVAUX", "2021-01-01", "2021-12-31", sansObjectif));
        LigneOperation ligne = bilan(2021).operations().get(0);
        assertThat(ligne.heuresAnnee()).isEqualTo(h("450.00"));
        assertThat(ligne.heuresCumul()).isEqualTo(h("16650.00"));
        assertThat(ligne.beneficiaires()).isEqualTo(27);
        assertThat(ligne.taux().affiche()).isEqualTo("111\u202f%");
        assertThat(bilan(2021).operations())
                .extracting(LigneOperation::nom, o -> o.taux().affiche())
                .containsExactly(tuple("Téléo", "111\u202f%"), tuple("Sans objectif", "–"));
        assertThat(bilan(2030).operations()).extracting(LigneOperation::nom).containsExactly("Téléo");
        assertThat(bilan(2011).operations()).isEmpty();
    }

    @Test
    void a_year_without_hours_is_zero_in_the_trajectory_and_has_no_share_nor_evolution() {
        long lot = lot();
        histoire.heuresDe(lot, "2020-02", "10.00");
        histoire.heuresDe(lot, "2022-02", "20.00");
        Bilan bilan = bilan(2022);
        assertThat(bilan.trajectoire().annees()).extracting(AnneeBilan::annee).containsExactly(2020, 2021, 2022);
        AnneeBilan vide = bilan.trajectoire().annee(2021).orElseThrow();
        assertThat(vide.heures()).isEqualTo(h("0.00"));
        assertThat(vide.marchesSuivis()).isEqualTo(1);
        assertThat(vide.partPublique().affiche()).isEqualTo("–");
        assertThat(bilan.evolutionHeures().existe()).isFalse();
        assertThat(bilan.evolutionMarches().affiche()).isEqualTo("0\u202f%");
        assertThat(bilan(2021).evolutionHeures().affiche()).isEqualTo("−100\u202f%");
        assertThat(bilan(2021).vide()).isTrue();
        assertThat(bilan(2021).indicateurs().heuresParBeneficiaire().affiche()).isEqualTo("–");
        assertThat(bilan.trajectoire().heures("Bâtiment", 2020)).isEqualTo(h("10.00"));
        assertThat(bilan.trajectoire().heures("Bâtiment", 2021)).isEqualTo(h("0.00"));
    }

    @Test
    void each_year_of_the_trajectory_has_the_figures_of_its_own_bilan() {
        long structureId = new HistoireMelee(jdbc).structureId;
        Filtres filtres = Filtres.AUCUN.avecNature(NatureDonneurOrdre.PUBLIC);
        Perimetre perimetre = new Perimetre(structureId, 2021, 2021, filtres);
        for (AnneeBilan annee : bilans.bilan(perimetre).trajectoire().annees()) {
            Indicateurs i = bilans.bilan(perimetre.avecAnnee(annee.annee())).indicateurs();
            assertThat(annee)
                    .isEqualTo(new AnneeBilan(
                            annee.annee(),
                            i.heures(),
                            i.beneficiaires(),
                            i.marchesSuivis(),
                            i.donneursOrdres(),
                            i.donneursOrdresAvecHeures(),
                            i.entreprises(),
                            i.heuresPubliques(),
                            i.heuresTop10(),
                            i.heuresSignatairesSba(),
                            i.heuresServices(),
                            i.heuresTravaux(),
                            i.heuresTp(),
                            i.heuresReservees(),
                            i.beneficiairesReserves()));
        }
    }

    @Test
    void declared_aggregates_stand_beside_with_what_they_were_before() {
        histoire.heuresDe(lot(), "2021-02", "10.00");
        histoire.agregat("Achats de l’État", 2021, "164384");
        histoire.agregat("Achats de l’État", 2019, "103315");
        histoire.agregat("Achats de l’État", 2022, "1");
        histoire.agregat("Abandonné", 2018, "7");
        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().heures()).isEqualTo(h("10.00"));
        assertThat(bilan.agregats()).extracting(AgregatDeclare::annee).containsExactly(2021, 2019);
    }

    @Test
    void the_etp_and_the_state_are_those_of_the_year() {
        histoire.heuresDe(lot(), "2021-02", "700.00");
        assertThat(indicateurs(2021).etp().valeur(2)).isEqualByComparingTo("0.44");
        histoire.etp("2021-12-31", "1000");
        histoire.etp("2022-01-01", "1");
        histoire.arrete(2020, 1, "ARRETE");
        assertThat(indicateurs(2021).etp().valeur(2)).isEqualByComparingTo("0.70");
        assertThat(bilan(2021).etat()).isEqualTo(EtatBilan.PROVISOIRE);
        histoire.arrete(2021, 1, "ARRETE");
        assertThat(bilan(2021).etat()).isEqualTo(EtatBilan.ARRETE);
    }
}
