package dev.dictamen.e2e.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ARCHITECTURE.md's absences, held against the compiled classes. A rule that names a package that is not there fails. */
class ArchitectureTest {
    private static final JavaClasses ALL = Modules.classes();
    private static final List<String> SERVICES = List.of("ingest", "worker", "sink", "gateway");
    private static final Set<String> NOW = Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis");

    /** Patterns for packages of ours; each holds classes. */
    private static String[] ours(Stream<String> names) {
        return names.map(name -> "dev.dictamen." + name)
                .peek(name -> assertThat(ALL.containPackage(name)).as(name).isTrue())
                .map(name -> name + "..")
                .toArray(String[]::new);
    }

    private static String[] ours(String... names) {
        return ours(Arrays.stream(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "worker", "sink", "gateway"})
    void aServiceKnowsNoOtherServiceNorTheStackNorTheSimulator(String service) {
        var others = Stream.concat(SERVICES.stream(), Stream.of("stack", "simulator", "testing", "bench"))
                .filter(other -> !other.equals(service));
        noClasses()
                .that()
                .resideInAnyPackage(ours(service))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ours(others))
                .check(ALL);
    }

    @Test
    void theContractKnowsNeitherSpringNorKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("contract"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(ours("kafka"))
                .check(ALL);
    }

    @Test
    void theRulesJudgeDependsOnNothing() {
        classes()
                .that()
                .resideInAnyPackage(ours("rules"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.dictamen.rules..", "java..", "org.jspecify..")
                .check(ALL);
    }

    @Test
    void theSimulatorDependsOnNothingOfOursButTheRulesJudge() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("simulator"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ours("contract", "kafka", "stack"))
                .check(ALL);
    }

    @Test
    void theWorkerNeverTouchesADatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("worker"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.springframework.jdbc..")
                .check(ALL);
    }

    @Test
    void whatFollowsTheBinlogMakesNoChatOfIt() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("ingest.follow"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.dictamen\\.contract\\.(ClosedChat|ChatMessage)")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackages(ours("ingest.follow", "ingest.source"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.debezium..", "org.apache.kafka.connect..")
                .check(ALL);
    }

    /** ingest-service is asked over HTTP and the judge is a server; no other service has a client of anything. */
    @Test
    void theSinkAndTheGatewayCallNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(ours("sink", "gateway"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.web\\.reactive\\.function\\.client\\.WebClient.*")
                .check(ALL);
    }

    @Test
    void nothingButAReplayOpensAKafkaTransaction() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dictamen.ingest.replay")
                .should()
                .callMethodWhere(target(nameMatching("(init|begin|commit|abort)Transactions?|executeInTransaction"))
                        .and(target(owner(resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")))))
                .check(ALL);
    }

    @Test
    void noPackageIsNamedAfterNothing() {
        noClasses()
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
                        "..config..")
                .check(ALL);
        noClasses().should().haveSimpleNameEndingWith("Impl").check(ALL);
    }

    @Test
    void theEnvironmentIsReadByConfigurationOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ours("stack", "testing", "bench"))
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(ALL);
    }

    @Test
    void nothingIsInjectedIntoAField() {
        var value = "org.springframework.beans.factory.annotation.Value";
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(ALL);
        fields().should().notBeAnnotatedWith(value).check(ALL);
        noMethods().should().beAnnotatedWith(value).check(ALL);
    }

    @Test
    void everyLoggerIsNamedLog() {
        fields().that()
                .haveRawType("org.slf4j.Logger")
                .should()
                .haveName("log")
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .check(ALL);
    }

    @Test
    void servicesAskTheClockThatTheyAreGiven() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ours(SERVICES.stream()))
                .and()
                .doNotHaveRawReturnType(Clock.class)
                .should(notAskWhatTimeItIs())
                .check(ALL);
    }

    private static ArchCondition<JavaCodeUnit> notAskWhatTimeItIs() {
        return new ArchCondition<>("not ask the machine what time it is") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                        .filter(access ->
                                access.getTargetOwner().getPackageName().equals("java.time")
                                        || access.getTargetOwner().isEquivalentTo(System.class))
                        .filter(access -> NOW.contains(access.getName()))
                        .filter(access -> !access.getDescription().contains("now(java.time.Clock)"))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(unit, access.getDescription())));
            }
        };
    }
}
