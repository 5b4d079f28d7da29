package dev.dictamen.worker.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.testing.Conversations;
import dev.dictamen.worker.testing.ScriptedJudge;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Proves docs/verdicts.md row by row. */
class MalformedVerdictsTest {
    private static final List<String> PAGE = page();

    static final List<MalformedVerdict> CASES = PAGE.stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| Case") && !line.startsWith("| `"))
            .map(line -> MalformedVerdict.of(line, verdict()))
            .toList();

    @Test
    void everyRowIsRead() {
        assertThat(CASES)
                .hasSizeGreaterThan(40)
                .extracting(MalformedVerdict::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void anAnswerEndsAsItsRowSays(MalformedVerdict row) throws Exception {
        switch (row.endsAs()) {
            case "clean" -> assertStored(row, List.of());
            case "salvaged" -> assertStored(row, List.of("salvaged"));
            case "asked again" -> assertAskedAgain(row);
            default -> throw new AssertionError("no such end: " + row.endsAs());
        }
    }

    private static void assertStored(MalformedVerdict row, List<String> flags) throws InterruptedException {
        var judge = row.judge(row.answer());

        var verdict = ((Evaluation.Scored) evaluate(judge)).verdict();

        assertThat(judge.asked).hasSize(1);
        assertThat(verdict.flags()).isEqualTo(flags);
        assertThat(stored(verdict, row)).isEqualTo(row.stored());
    }

    private static String stored(Verdict verdict, MalformedVerdict row) {
        var stored = verdict.score().name().toLowerCase(Locale.ROOT) + " " + verdict.keyMessages();
        if (row.stored().contains("reason of")) {
            return stored + ", reason of " + verdict.reason().length() + " characters";
        }
        if (row.stored().contains("reason «")) {
            return stored + ", reason «" + verdict.reason().replace('\n', '¶') + "»";
        }
        return row.stored().contains("improvement of")
                ? stored + ", improvement of " + verdict.improvement().length() + " characters"
                : stored;
    }

    private static void assertAskedAgain(MalformedVerdict row) throws InterruptedException {
        var mending = row.judge(row.answer(), StubReplica.GOOD);
        var repaired = (Evaluation.Scored) evaluate(mending);
        assertThat(repaired.verdict().flags()).containsExactly("repaired");
        assertThat(mending.asked.getLast().wording().turns().getLast().content())
                .contains("- " + row.error() + "\n");

        var stubborn = (Evaluation.Failed) evaluate(row.judge(row.answer(), row.answer(), row.answer()));
        assertThat(stubborn.reason().name()).isEqualToIgnoringCase(row.failsAs());
        assertThat(stubborn.detail()).contains(row.error());
        assertThat(stubborn.by().attempts()).isEqualTo(3);
    }

    private static Evaluation evaluate(ScriptedJudge judge) throws InterruptedException {
        return Evaluators.asking(judge).evaluate(Conversations.polite("chat-1"), Run.LIVE, Lane.LIVE);
    }

    private static String verdict() {
        return PAGE.stream()
                .filter(line -> line.startsWith("{\"reason\""))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "verdicts.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One row; the answer is written out. */
    record MalformedVerdict(String name, String answer, String endsAs, String stored) {
        private static final String LENGTH = "(length) ";

        static MalformedVerdict of(String line, String verdict) {
            var cells = Arrays.stream(line.substring(2, line.length() - 2).split(" \\| ", -1))
                    .toList();
            return new MalformedVerdict(
                    cells.get(0), AnswerNotation.read(cells.get(1), verdict), cells.get(2), cells.get(3));
        }

        ScriptedJudge judge(String... answers) {
            boolean cut = answer.startsWith(LENGTH);
            var written =
                    Stream.of(answers).map(text -> text.replace(LENGTH, "")).toArray(String[]::new);
            return new ScriptedJudge(written).stoppingAs(cut ? "length" : "stop");
        }

        String error() {
            return stored.substring(1, stored.indexOf('»'));
        }

        String failsAs() {
            return stored.substring(stored.lastIndexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
