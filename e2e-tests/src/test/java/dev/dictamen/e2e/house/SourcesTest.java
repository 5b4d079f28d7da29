package dev.dictamen.e2e.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.testing.process.Project;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the text of the sources shows. */
class SourcesTest {
    private static final Pattern LOG_CALL =
            Pattern.compile("\\blog\\.(?:trace|debug|info|warn|error|atLevel)\\(\\s*(.*)");
    private static final Pattern EVENT = Pattern.compile("\"event=[a-z].*");
    private static final Pattern CITATION =
            Pattern.compile("\\b(DESIGN|REQUIREMENTS|HOUSE-[A-Z]+)\\.md|\\bDESIGN D\\d|\\bfacts/\\w+\\.md");
    private static final Pattern TRANSACTION =
            Pattern.compile("transactional\\.id|TRANSACTIONAL_ID|transaction-id-prefix|exactly_once|EXACTLY_ONCE");
    private static final String TEXTS =
            ".*(\\.(java|js|vue|md|yml|yaml|xml|sh|sql|service)|/dictamen|\\.env\\.example)";
    /** This test itself. */
    private static final String SELF = "SourcesTest.java";

    @Test
    void everyLineOfALogBeginsWithItsEvent() {
        var other = Modules.ALL.stream()
                .flatMap(module -> Modules.sources(module, "main").stream())
                .flatMap(file -> LOG_CALL.matcher(Modules.read(file))
                        .results()
                        .map(call -> call.group(1))
                        .filter(message -> !EVENT.matcher(message).matches())
                        .map(message -> name(file) + ": " + message));
        assertThat(other).isEmpty();
    }

    @Test
    void nothingButAReplayAsksForAKafkaTransaction() {
        assertThat(places(TRANSACTION, ".*/src/main/.*\\.(java|yml)")
                        .filter(place -> !place.contains("/ingest/replay/ReplayClients.java")))
                .isEmpty();
    }

    @Test
    void nothingCitesADocumentThatIsNotHere() {
        assertThat(places(CITATION, TEXTS)).isEmpty();
    }

    private static Stream<String> places(Pattern pattern, String files) {
        return Modules.filesUnder(Project.root(), files).stream()
                .filter(file -> !name(file).equals(SELF))
                .flatMap(file ->
                        pattern.matcher(Modules.read(file)).results().map(found -> file + ": " + found.group()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
