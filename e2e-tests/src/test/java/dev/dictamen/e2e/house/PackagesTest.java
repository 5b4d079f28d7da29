package dev.dictamen.e2e.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package list explains each module: what stands where, and that data flows one way. */
class PackagesTest {
    /** The packages of each module in their order: one may use those to its right, and none to its left. */
    private static final String ORDER = """
            ingest     follow idle compare quiet inspect read capture gate replay quote figures files jsonl found redact clues records source mapping words
            rules      scan
            worker     late consume vllm replicas evaluate prompts publish rules verdict judge transcript
            sink       consume store
            gateway    live replay comparison prompt replicas pipeline signin history audit security web
            simulator  api replica answer protocol options http verdict obedience journal engine
            stack      boot importing replay prompt source status file gateway demo broker replicas services database home parts terminal
            testing    guarantee kafka data database process
            bench      slots pipeline replay lanes longchats ingest compare faults upsert rig
            """;

    private static final int MOST_FILES = 26;
    private static final JavaClasses ALL = Modules.classes();

    static Stream<Row> rows() {
        return ORDER.lines()
                .map(line -> line.split("\\s+"))
                .map(words -> new Row(words[0], List.of(words).subList(1, words.length)));
    }

    record Row(String module, List<String> packages) {
        String qualified(String name) {
            return "dev.dictamen." + module + "." + name + "..";
        }

        @Override
        public String toString() {
            return module;
        }
    }

    static List<String> modules() {
        return Modules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyPackageHasItsPlaceInTheOrder(Row row) {
        var prefix = "dev.dictamen." + row.module + ".";
        var found = ALL.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.")[0])
                .distinct();
        assertThat(found).containsExactlyInAnyOrderElementsOf(row.packages);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nothingFlowsBack(Row row) {
        for (int place = 1; place < row.packages.size(); place++) {
            var earlier = row.packages.subList(0, place).stream().map(row::qualified);
            noClasses()
                    .that()
                    .resideInAPackage(row.qualified(row.packages.get(place)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(earlier.toArray(String[]::new))
                    .check(ALL);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void packagesFormNoCycle(Row row) {
        slices().matching("dev.dictamen." + row.module + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noPackageIsTooFull(String module) {
        for (var tree : List.of("main", "test")) {
            Map<Path, Long> counts =
                    Modules.sources(module, tree).stream().collect(groupingBy(Path::getParent, counting()));
            assertThat(counts)
                    .allSatisfy((folder, files) ->
                            assertThat(files).as("files in %s", folder).isLessThanOrEqualTo(MOST_FILES));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noTwoClassesOfAModuleShareAName(String module) {
        for (var tree : List.of("main", "test")) {
            assertThat(Modules.sources(module, tree).stream()
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("package-info.java")))
                    .as("%s of %s", tree, module)
                    .doesNotHaveDuplicates();
        }
    }
}
