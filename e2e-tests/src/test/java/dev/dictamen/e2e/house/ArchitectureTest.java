package dev.dictamen.e2e.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ARCHITECTURE.md's absences, held against the compiled classes. */
class ArchitectureTest {
    private static final JavaClasses ALL = Modules.classesOf(Modules.ALL);

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "worker", "sink", "gateway"})
    void aServiceKnowsNoOtherServiceNorTheStackNorTheSimulator(String service) {
        var others = List.of("ingest", "worker", "sink", "gateway", "stack", "simulator").stream()
                .filter(other -> !other.equals(service))
                .map(other -> "dev.dictamen." + other + "..")
                .toArray(String[]::new);

        check(noClasses()
                .that()
                .resideInAPackage("dev.dictamen." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    @Test
    void theContractKnowsNeitherSpringNorKafka() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dictamen.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "dev.dictamen.kafka.."));
    }

    @Test
    void theSimulatorDependsOnNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dictamen.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dictamen.contract..", "dev.dictamen.kafka..", "dev.dictamen.stack.."));
    }

    @ParameterizedTest
    @CsvSource({
        "ingest.publish, ingest.capture",
        "worker.evaluate, worker.consume",
        "worker.evaluate, worker.vllm",
        "worker.publish, worker.consume",
        "worker.vllm, worker.consume",
        "sink.store, sink.consume",
        "gateway.history, gateway.live"
    })
    void nothingFlowsBack(String later, String earlier) {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dictamen." + later + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.dictamen." + earlier + ".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "worker", "sink", "gateway", "simulator", "stack"})
    void packagesOfAModuleFormNoCycle(String module) {
        check(slices().matching("dev.dictamen." + module + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void theWorkerNeverTouchesADatabase() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.dictamen.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "jakarta.persistence..", "org.springframework.jdbc.."));
    }

    @Test
    void noPackageIsNamedAfterNothing() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..impl..",
                        "..dto..",
                        "..misc..",
                        "..service..",
                        "..config.."));
    }

    @Test
    void noClassIsNamedImpl() {
        check(noClasses().should().haveSimpleNameEndingWith("Impl"));
    }

    @Test
    void theEnvironmentIsReadByConfigurationOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.dictamen.stack..")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv"));
    }

    @Test
    void nothingIsInjectedIntoAField() {
        check(fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"));
        check(ArchRuleDefinition.noMethods()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
        check(fields().should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ALL);
    }
}
