package fr.suiviclauses.bilan.details;

import static fr.suiviclauses.bilan.details.Liste.BENEFICIAIRES;
import static fr.suiviclauses.bilan.details.Liste.CONTRATS;
import static fr.suiviclauses.bilan.details.Liste.DONNEURS_ORDRES;
import static fr.suiviclauses.bilan.details.Liste.ENTREPRISES;
import static fr.suiviclauses.bilan.details.Liste.HEURES;
import static fr.suiviclauses.bilan.details.Liste.MARCHES;
import static fr.suiviclauses.bilan.details.Liste.PARCOURS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.suiviclauses.ApplicationTest;
import fr.suiviclauses.bilan.HistoireMelee;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.BilanService;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.details.DetailsRepository.Extrait;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each figure is the count, or the hours, of the list that stands behind it, whatever the filters. */
@ApplicationTest
@Transactional
class DetailsRepositoryTest {

    @Autowired
    BilanService bilans;

    @Autowired
    DetailsRepository details;

    @Autowired
    JdbcClient jdbc;

    long structureId;

    @BeforeEach
    void history() {
        structureId = new HistoireMelee(jdbc).structureId;
    }

    @Test
    void every_key_figure_is_its_list() {
        keyFigures(Perimetre.annee(structureId, 2021));
    }

    @Test
    void every_key_figure_is_its_list_under_filters() {
        keyFigures(new Perimetre(
                structureId,
                2021,
                2021,
                Filtres.AUCUN.avecNature(NatureDonneurOrdre.PUBLIC).avecType(TypeMarche.SERVICES)));
    }

    @Test
    void every_key_figure_of_several_years_is_its_list() {
        keyFigures(Perimetre.annee(structureId, 2021)
                .avecDepuis(2019)
                .avecFiltres(Filtres.AUCUN.avecGroupe("Bâtiment").avecClause(TypeClause.RESERVE_IAE)));
    }

    @Test
    void every_line_is_its_list() {
        Perimetre perimetre = new Perimetre(structureId, 2020, 2021, Filtres.AUCUN.avecOperation("Grand Quai"));
        lines(perimetre, bilan(perimetre));
        people(perimetre, bilan(perimetre));
    }

    private Bilan bilan(Perimetre perimetre) {
        Bilan bilan = bilans.bilan(perimetre);
        assertThat(bilan.vide()).isFalse();
        return bilan;
    }

    private void keyFigures(Perimetre perimetre) {
        Indicateurs i = bilan(perimetre).indicateurs();
        assertThat(hours(perimetre, HEURES)).isEqualTo(i.heures());
        assertThat(count(perimetre, BENEFICIAIRES)).isEqualTo(i.beneficiaires());
        assertThat(hours(perimetre, BENEFICIAIRES)).isEqualTo(i.heures());
        assertThat(count(perimetre, MARCHES)).isEqualTo(i.marchesSuivis());
        assertThat(count(perimetre, DONNEURS_ORDRES)).isEqualTo(i.donneursOrdres());
        assertThat(count(perimetre, DONNEURS_ORDRES, Precision.AVEC_HEURES, "OUI"))
                .isEqualTo(i.donneursOrdresAvecHeures());
        assertThat(count(perimetre, ENTREPRISES)).isEqualTo(i.entreprises());
        assertThat(hours(perimetre, HEURES, Precision.RESERVES, "OUI")).isEqualTo(i.heuresReservees());
        assertThat(count(perimetre, BENEFICIAIRES, Precision.RESERVES, "OUI")).isEqualTo(i.beneficiairesReserves());
        assertThat(count(perimetre, MARCHES, Precision.RESERVES, "OUI")).isEqualTo(i.marchesReserves());
        assertThat(hours(perimetre, HEURES, Precision.CHARTE, "SBA")).isEqualTo(i.heuresSignatairesSba());
        assertThat(hours(perimetre, HEURES, Precision.DIX_PREMIERS, "OUI")).isEqualTo(i.heuresTop10());
        assertThat(hours(perimetre, DONNEURS_ORDRES, Precision.DIX_PREMIERS, "OUI"))
                .isEqualTo(i.heuresTop10());
        assertThat(count(perimetre, BENEFICIAIRES, Precision.JEUNES, "OUI")).isEqualTo(i.jeunes26());
        assertThat(count(perimetre, BENEFICIAIRES, Precision.NIVEAU, "INFRA_CAP"))
                .isEqualTo(i.infraCap());
        assertThat(count(perimetre, BENEFICIAIRES, Precision.NIVEAU, "SANS_DIPLOME"))
                .isEqualTo(i.sansDiplome());
        assertThat(count(perimetre, PARCOURS)).isEqualTo(Objects.requireNonNullElse(i.cohorte12Mois(), 0L));
        assertThat(count(perimetre, PARCOURS, Precision.ISSUE, "EMPLOI"))
                .isEqualTo(Objects.requireNonNullElse(i.emploi12Mois(), 0L));
        assertThat(count(perimetre, PARCOURS, Precision.ISSUE, "SANS_EMPLOI"))
                .isEqualTo(Objects.requireNonNullElse(i.sansEmploi12Mois(), 0L));
    }

    private void lines(Perimetre perimetre, Bilan bilan) {
        for (LigneDonneurOrdre ligne : bilan.donneursOrdres().subList(0, 3)) {
            Perimetre sien = perimetre.avecFiltres(perimetre.filtres().avecDonneurOrdre(ligne.nom()));
            assertThat(hours(sien, HEURES)).isEqualTo(ligne.heures());
            assertThat(count(sien, BENEFICIAIRES)).isEqualTo(ligne.beneficiaires());
            assertThat(count(sien, MARCHES)).isEqualTo(ligne.marches());
        }
        bilan.familles().stream().limit(3).forEach(ligne -> {
            assertThat(hours(perimetre, HEURES, Precision.FAMILLE, ligne.famille()))
                    .isEqualTo(ligne.heures());
            assertThat(count(perimetre, BENEFICIAIRES, Precision.FAMILLE, ligne.famille()))
                    .isEqualTo(ligne.beneficiaires());
            assertThat(count(perimetre, MARCHES, Precision.FAMILLE, ligne.famille()))
                    .isEqualTo(ligne.marches());
        });
        bilan.modalites().forEach(ligne -> {
            String code = ligne.modalite().name();
            assertThat(count(perimetre, CONTRATS, Precision.MODALITE, code)).isEqualTo(ligne.contrats());
            assertThat(count(perimetre, BENEFICIAIRES, Precision.MODALITE, code))
                    .isEqualTo(ligne.beneficiaires());
            assertThat(hours(perimetre, HEURES, Precision.MODALITE, code)).isEqualTo(ligne.heures());
        });
        bilan.chartes().forEach(ligne -> {
            assertThat(count(perimetre, DONNEURS_ORDRES, Precision.CHARTE, ligne.charte()))
                    .isEqualTo(ligne.donneursOrdres());
            assertThat(hours(perimetre, DONNEURS_ORDRES, Precision.CHARTE, ligne.charte()))
                    .isEqualTo(ligne.heures());
        });
    }

    private void people(Perimetre perimetre, Bilan bilan) {
        Map.of(
                        Precision.CRITERE, bilan.criteres(),
                        Precision.DIPLOME, bilan.diplomes(),
                        Precision.SEXE, bilan.sexes(),
                        Precision.QPV, bilan.qpv(),
                        Precision.METROPOLE, bilan.metropole(),
                        Precision.AGE, bilan.ages())
                .forEach((precision, lignes) -> {
                    assertThat(lignes).isNotEmpty();
                    for (LigneEffectif<?> ligne : lignes) {
                        assertThat(count(perimetre, BENEFICIAIRES, precision, code(ligne)))
                                .as("%s %s", precision, ligne)
                                .isEqualTo(ligne.beneficiaires());
                    }
                });
        bilan.prescripteurs()
                .forEach(ligne -> assertThat(count(
                                perimetre,
                                BENEFICIAIRES,
                                Precision.PRESCRIPTEUR,
                                Objects.requireNonNullElse(ligne.nom(), Precision.NON_RENSEIGNE)))
                        .isEqualTo(ligne.beneficiaires()));
        bilan.situations()
                .forEach(ligne -> assertThat(count(perimetre, PARCOURS, Precision.SITUATION, code(ligne)))
                        .isEqualTo(ligne.beneficiaires()));
    }

    @Test
    void hours_that_do_not_count_are_listed_apart_each_with_its_reason() {
        Perimetre perimetre = Perimetre.annee(structureId, 2021);
        Extrait comptees = find(perimetre, HEURES, Map.of());
        Extrait autres = find(perimetre, HEURES, Map.of(Precision.COMPTEES, "NON"));

        assertThat(comptees.nombre() + autres.nombre())
                .isEqualTo(
                        jdbc.sql("select count(*) from releve_heures where structure_id = ? and mois >= '2021-01-01'")
                                .param(structureId)
                                .query(Long.class)
                                .single());
        int motif = autres.colonnes().stream().map(c -> c.libelle()).toList().indexOf("Pourquoi elles ne comptent pas");
        assertThat(autres.lignes())
                .extracting(ligne -> ligne.valeurs().get(motif))
                .contains("Hors de la période d’éligibilité", "Déclarée", "Rejetée")
                .doesNotContainNull();
        assertThat(comptees.colonnes()).noneMatch(c -> c.libelle().equals("Pourquoi elles ne comptent pas"));
    }

    private static String code(LigneEffectif<?> ligne) {
        return ligne.code() == null ? Precision.NON_RENSEIGNE : ligne.code().name();
    }

    private long count(Perimetre perimetre, Liste liste, Object... precision) {
        return find(perimetre, liste, precisions(precision)).nombre();
    }

    private Heures hours(Perimetre perimetre, Liste liste, Object... precision) {
        return Stream.ofNullable(find(perimetre, liste, precisions(precision)).heures())
                .findFirst()
                .orElse(Heures.ZERO);
    }

    private static Map<Precision, String> precisions(Object... precision) {
        return precision.length == 0 ? Map.of() : Map.of((Precision) precision[0], (String) precision[1]);
    }

    private Extrait find(Perimetre perimetre, Liste liste, Map<Precision, String> precisions) {
        return details.find(perimetre, liste, new Precisions(precisions), false, 1000, 0);
    }
}
