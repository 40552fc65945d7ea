package fr.suiviclauses.bilan.chiffres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which marchés are followed, and what depends on it. */
class MarchesEtAcheteursTest extends RegleDeComptage {

    @Test
    void a_marche_is_followed_when_active_one_day_or_with_counted_hours() {
        histoire.marche(ville, "TRAVAUX", "2021-12-31", null);
        histoire.marche(ville, "TRAVAUX", "2010-01-01", "2021-01-01");
        histoire.marche(ville, "TRAVAUX", "2010-01-01", null);
        histoire.marche(ville, "TRAVAUX", "2010-01-01", "2020-12-31");
        histoire.marche(ville, "TRAVAUX", "2022-01-01", null);
        histoire.reconduction(histoire.marche(ville, "TRAVAUX", "2010-01-01", "2015-12-31"), "2021-06-30");
        long fini = histoire.marche(ville, "TRAVAUX", "2010-01-01", "2015-12-31");
        histoire.reconduction(fini, "2019-12-31");
        histoire.heuresDe(histoire.lot(fini), "2021-02", "10.00");
        long declare = histoire.lot(histoire.marche(ville, "TRAVAUX", "2010-01-01", "2015-12-31"));
        histoire.heures(histoire.contrat(histoire.personne(), "ETTI"), declare, "2021-02", "5.00", "DECLAREE");
        assertThat(indicateurs(2021).marchesSuivis()).isEqualTo(5);
        assertThat(bilan(2021).trajectoire().annee(2021).orElseThrow().marchesSuivis())
                .isEqualTo(5);
    }

    @Test
    void a_buyer_counts_with_a_followed_marche_and_apart_with_hours() {
        long lot = histoire.lot(histoire.marche(ville, "TRAVAUX", "2021-01-01", null));
        histoire.heuresDe(lot, "2021-02", "10.00");
        histoire.lot(histoire.marche(port, "TRAVAUX", "2021-01-01", null));
        histoire.lot(histoire.marche(histoire.donneurOrdre("Ancien", "PUBLIC"), "TRAVAUX", "2019-01-01", "2019-12-31"));
        Bilan bilan = bilan(2021);
        Indicateurs i = bilan.indicateurs();
        assertThat(i.donneursOrdres()).isEqualTo(2);
        assertThat(i.donneursOrdresAvecHeures()).isEqualTo(1);
        assertThat(i.donneursOrdresPublicsAvecHeures()).isEqualTo(1);
        assertThat(i.donneursOrdresPrivesAvecHeures()).isZero();
        assertThat(bilan.donneursOrdres())
                .extracting(LigneDonneurOrdre::nom, LigneDonneurOrdre::marches, LigneDonneurOrdre::beneficiaires)
                .containsExactly(tuple("Ville", 1L, 1L), tuple("Port", 1L, 0L));
        assertThat(bilan.dixPremiers()).hasSize(1);
    }

    @Test
    void a_company_counts_once_for_any_role_on_any_lot_of_a_followed_marche() {
        long macons = histoire.entreprise("Maçons");
        long marche = histoire.marche(ville, "TRAVAUX", "2021-01-01", "2021-12-31");
        long avecHeures = histoire.lot(marche);
        histoire.heuresDe(avecHeures, "2021-02", "10.00"); // by an employer without a role
        histoire.participation(avecHeures, macons, "TITULAIRE");
        histoire.participation(avecHeures, macons, "COTRAITANT");
        histoire.participation(histoire.lot(marche), macons, "TITULAIRE");
        histoire.participation(histoire.lot(marche), histoire.entreprise("Peintres"), "SOUS_TRAITANT");
        long fini = histoire.lot(histoire.marche(ville, "TRAVAUX", "2019-01-01", "2019-12-31"));
        histoire.participation(fini, histoire.entreprise("Oubliés"), "TITULAIRE");
        assertThat(indicateurs(2021).entreprises()).isEqualTo(2);
        assertThat(bilan(2021).trajectoire().annee(2021).orElseThrow().entreprises())
                .isEqualTo(2);
    }

    @Test
    void a_filter_selects_lots_and_a_marche_is_followed_by_its_selected_lots() {
        long marche = histoire.marche(ville, "TRAVAUX", "2019-01-01", "2019-12-31");
        long batiment = histoire.lot(marche, "Bâtiment", "Gros œuvre", "CONDITION_EXECUTION");
        long dechets = histoire.lot(marche, "Déchets", "Collecte", "RESERVE_IAE", "CONDITION_EXECUTION");
        histoire.participation(batiment, histoire.entreprise("Maçons"), "TITULAIRE");
        histoire.participation(dechets, histoire.entreprise("Chiffonniers"), "TITULAIRE");
        histoire.heuresDe(dechets, "2021-02", "10.00");

        assertThat(indicateurs(2021).marchesSuivis()).isEqualTo(1);
        assertThat(indicateurs(2021).entreprises()).isEqualTo(2);
        Indicateurs dans = bilan(2021, Filtres.AUCUN.avecGroupe("Déchets")).indicateurs();
        assertThat(dans.marchesSuivis()).isEqualTo(1);
        assertThat(dans.entreprises()).isEqualTo(1);
        assertThat(dans.marchesReserves()).isEqualTo(1);
        Indicateurs hors = bilan(2021, Filtres.AUCUN.avecGroupe("Bâtiment")).indicateurs();
        assertThat(hors.marchesSuivis()).isZero();
        assertThat(hors.donneursOrdres()).isZero();
        assertThat(hors.entreprises()).isZero();
        assertThat(bilan(2021, Filtres.AUCUN.avecClause(TypeClause.CONDITION_EXECUTION))
                        .indicateurs()
                        .heures())
                .isEqualTo(h("10.00"));
        assertThat(bilan(2021, Filtres.AUCUN.avecType(TypeMarche.SERVICES))
                        .indicateurs()
                        .heures())
                .isEqualTo(h("0.00"));
    }

    @Test
    void the_ten_largest_and_the_public_share_follow_the_filter() {
        for (int d = 1; d <= 12; d++) {
            long acheteur = histoire.donneurOrdre("Acheteur " + d, d <= 11 ? "PUBLIC" : "PRIVE");
            long lot = histoire.lot(histoire.marche(acheteur, "SERVICES", "2021-01-01", null));
            histoire.heuresDe(lot, "2021-02", d * 10 + ".00");
        }
        Indicateurs tout = indicateurs(2021);
        assertThat(tout.heures()).isEqualTo(h("780.00"));
        assertThat(tout.heuresTop10()).isEqualTo(h("750.00"));
        assertThat(tout.partPublique()).isEqualTo(h("660.00").partOf(h("780.00")));
        Indicateurs publics =
                bilan(2021, Filtres.AUCUN.avecNature(NatureDonneurOrdre.PUBLIC)).indicateurs();
        assertThat(publics.partTop10()).isEqualTo(h("650.00").partOf(h("660.00")));
        assertThat(publics.partPublique()).isEqualTo(h("660.00").partOf(h("660.00")));
    }

    @Test
    void a_charter_counts_when_in_force_on_the_last_day_of_the_year() {
        String[][] chartes = {
            {null, null}, {"2021-12-31", null}, {null, "2021-12-31"}, {null, "2021-12-30"}, {"2022-01-01", null}
        };
        for (int d = 0; d < chartes.length; d++) {
            long acheteur = histoire.donneurOrdre("Acheteur " + d, "PUBLIC");
            histoire.charte(acheteur, "SBA", chartes[d][0], chartes[d][1]);
            long lot = histoire.lot(histoire.marche(acheteur, "SERVICES", "2021-01-01", null));
            histoire.heuresDe(lot, "2021-02", (1 << d) + ".00");
        }
        long autre = histoire.donneurOrdre("Autre charte", "PUBLIC");
        histoire.charte(autre, "TRAVAIL_EN_JOURNEE", null, null);
        histoire.heuresDe(histoire.lot(histoire.marche(autre, "SERVICES", "2021-01-01", null)), "2021-02", "100.00");
        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().heuresSignatairesSba()).isEqualTo(h("7.00"));
        assertThat(bilan.trajectoire().annee(2021).orElseThrow().heuresSignatairesSba())
                .isEqualTo(h("7.00"));
        assertThat(bilan(2021, 2021).indicateurs().heuresSignatairesSba()).isEqualTo(h("7.00"));
        assertThat(bilan.donneursOrdres().stream().filter(LigneDonneurOrdre::signataireSba))
                .hasSize(3);
        assertThat(bilan.chartes())
                .containsExactly(
                        new LigneCharte("TRAVAIL_EN_JOURNEE", 1, h("100.00")), new LigneCharte("SBA", 3, h("7.00")));
    }

    @Test
    void reserved_hours_people_and_marches_are_those_of_reserved_lots() {
        long mixte = histoire.marche(ville, "SERVICES", "2021-01-01", null);
        long reserve = histoire.lot(mixte, "Déchets", "Collecte", "RESERVE_HANDICAP", "CONDITION_EXECUTION");
        long ordinaire = histoire.lot(mixte, "Déchets", "Collecte", "CONDITION_EXECUTION");
        long insertion = histoire.lot(
                histoire.marche(ville, "SERVICES", "2021-01-01", null), "Déchets", "Collecte", "SERVICE_INSERTION");
        histoire.lot(histoire.marche(port, "SERVICES", "2021-01-01", null), "Déchets", "Collecte", "RESERVE_ESS");
        histoire.lot(histoire.marche(port, "SERVICES", "2019-01-01", "2020-12-31"), "Déchets", "Tri", "RESERVE_IAE");
        histoire.marche(port, "SERVICES", "2021-01-01", null);
        long contrat = histoire.contrat(histoire.personne(), "EA");
        histoire.heures(contrat, reserve, "2021-01", "1.00");
        histoire.heures(contrat, insertion, "2021-01", "2.00");
        histoire.heures(contrat, ordinaire, "2021-01", "4.00");
        histoire.heuresDe(ordinaire, "2021-01", "8.00");
        Bilan bilan = bilan(2021);
        Indicateurs i = bilan.indicateurs();
        assertThat(i.heuresReservees()).isEqualTo(h("3.00"));
        assertThat(i.beneficiairesReserves()).isEqualTo(1);
        assertThat(i.marchesReserves()).isEqualTo(3);
        assertThat(i.partMarchesReserves()).isEqualTo(Part.of(3, 4));
        assertThat(i.partHeuresReservees()).isEqualTo(h("3.00").partOf(h("15.00")));
        assertThat(bilan.clauses())
                .containsExactly(
                        new LigneClause(TypeClause.CONDITION_EXECUTION, h("13.00"), 1, 2),
                        new LigneClause(TypeClause.SERVICE_INSERTION, h("2.00"), 1, 1),
                        new LigneClause(TypeClause.RESERVE_HANDICAP, h("1.00"), 1, 1));
    }

    @Test
    void families_and_types_count_what_has_hours() {
        long travaux = histoire.marche(ville, "TRAVAUX", "2021-01-01", null);
        long reseaux = histoire.lot(travaux, "TP & réseaux", "Voirie", "CONDITION_EXECUTION");
        long egouts = histoire.lot(travaux, "TP & réseaux", "Égouts", "CONDITION_EXECUTION");
        histoire.lot(travaux, "Bâtiment", "Peinture", "CONDITION_EXECUTION");
        long services = histoire.lot(
                histoire.marche(port, "SERVICES", "2021-01-01", null), "Sécurité", "Gardiennage", "CLAUSE_PRIVEE");
        long elle = histoire.personne("F", "1990-01-01");
        histoire.entree(elle, "2021-01-01", "2022-12-31", Map.of(), "DELD");
        long contrat = histoire.contrat(elle, "ETT");
        histoire.heures(contrat, reseaux, "2021-01", "10.00");
        histoire.heures(contrat, egouts, "2021-02", "10.00");
        histoire.heuresDe(services, "2021-03", "5.00");
        Bilan bilan = bilan(2021);
        assertThat(bilan.indicateurs().famillesAvecHeures()).isEqualTo(3);
        assertThat(bilan.familles())
                .containsExactly(
                        new LigneFamille("TP & réseaux", "Égouts", h("10.00"), 1, 1),
                        new LigneFamille("TP & réseaux", "Voirie", h("10.00"), 1, 1),
                        new LigneFamille("Sécurité", "Gardiennage", h("5.00"), 1, 1));
        assertThat(bilan.groupes())
                .containsExactly(
                        new LigneGroupe("TP & réseaux", h("20.00"), 1, 1),
                        new LigneGroupe("Sécurité", h("5.00"), 1, 1));
        assertThat(bilan.indicateurs().partTp().pourcentage(2)).isEqualByComparingTo("80");
        assertThat(bilan.indicateurs().partTravaux().pourcentage(2)).isEqualByComparingTo("80");
        assertThat(bilan.indicateurs().partServices().pourcentage(2)).isEqualByComparingTo("20");
        assertThat(bilan.types())
                .containsExactly(
                        new LigneType(TypeMarche.TRAVAUX, h("20.00"), 1, 1),
                        new LigneType(TypeMarche.SERVICES, h("5.00"), 1, 1));
    }
}
