package fr.suiviclauses;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The layout of docs/architecture.md, row by row: folders are features, layers are class roles. */
@AnalyzeClasses(packages = "fr.suiviclauses", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Which features a feature may use, besides itself. A feature that is not named here fails. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("commun", Set.of()),
            entry("demarrage", Set.of("commun", "securite")),
            entry("securite", Set.of("commun")),
            entry("gabarit", Set.of("commun", "securite")),
            entry("referentiel", Set.of("commun")),
            entry("compte", Set.of("commun", "securite", "demarrage")),
            entry("accueil", Set.of("commun", "securite")),
            entry("liste", Set.of("commun", "securite", "referentiel")),
            entry("contact", Set.of("commun", "securite", "referentiel")),
            entry("donneurordre", Set.of("commun", "securite", "referentiel", "liste", "contact")),
            entry("avancement", Set.of("commun", "securite")),
            entry("entreprise", Set.of("commun", "securite", "referentiel", "liste", "contact", "avancement")),
            entry(
                    "marche",
                    Set.of("commun", "securite", "referentiel", "liste", "donneurordre", "entreprise", "avancement")),
            entry("beneficiaire", Set.of("commun", "securite", "referentiel", "liste", "entreprise")),
            entry("contrat", Set.of("commun", "securite", "referentiel", "liste", "beneficiaire", "entreprise")),
            entry("heures", Set.of("commun", "securite", "referentiel", "liste", "contrat", "marche", "avancement")),
            entry("suivi", Set.of("commun", "securite", "referentiel", "liste", "beneficiaire", "contrat")),
            entry("controle", Set.of("commun", "securite", "referentiel", "liste", "bilan")),
            entry("nomenclature", Set.of("commun", "securite", "referentiel", "liste")),
            entry("agregat", Set.of("commun", "securite", "liste")),
            entry("aide", Set.of("commun", "securite")),
            entry("bilan", Set.of("commun", "securite", "referentiel")),
            entry("echange", Set.of("commun", "securite", "referentiel")));

    @ArchTest
    void a_feature_uses_only_those_it_may(JavaClasses classes) {
        Set<String> wrong = classes.stream()
                .filter(from -> !feature(from).isEmpty() && !feature(from).equals("demo"))
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(to -> !feature(to).isEmpty() && !feature(to).equals(feature(from)))
                        .filter(to ->
                                !MAY_USE.getOrDefault(feature(from), Set.of()).contains(feature(to)))
                        .map(to -> from.getName() + " uses " + to.getName()))
                .collect(Collectors.toSet());
        assertThat(wrong).isEmpty();
    }

    @ArchTest
    void every_feature_has_its_row(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(ArchitectureTest::feature)
                        .filter(f -> !f.isEmpty())
                        .distinct())
                .isSubsetOf(Stream.concat(MAY_USE.keySet().stream(), Stream.of("demo"))
                        .toList());
    }

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("fr.suiviclauses.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule controllers_forms_pages_repositories_stay_in_their_feature = classes()
            .that(are(named("Controller", "Form", "Page", "Repository")))
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule entities_are_not_seen_by_controllers = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule controllers_go_through_services = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule controllers_are_named_so = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule nobody_asks_the_system_for_the_time = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule no_vague_names = noClasses()
            .should()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    private static DescribedPredicate<JavaClass> named(String... suffixes) {
        return DescribedPredicate.describe(
                "named …" + String.join(", …", suffixes),
                type -> Stream.of(suffixes).anyMatch(type.getSimpleName()::endsWith));
    }

    /** The folder right under fr.suiviclauses, empty for the application class and for what is not ours. */
    private static String feature(JavaClass type) {
        String racine = "fr.suiviclauses.";
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(racine) ? name.substring(racine.length()).split("\\.", 2)[0] : "";
    }
}
