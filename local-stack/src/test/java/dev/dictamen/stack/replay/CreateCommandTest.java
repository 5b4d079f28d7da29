package dev.dictamen.stack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.stack.terminal.Keyboard;
import dev.dictamen.stack.testing.FakeReplays;
import dev.dictamen.stack.testing.TypedLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CreateCommandTest {
    private static final String ID_LINE = "{\"id\":\"" + FakeReplays.ID + "\"}\n";
    private static final String START = "/replays/" + FakeReplays.ID + "/start";

    @TempDir
    Path folder;

    private FakeReplays gateway;
    private ReplayTerminal terminal;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeReplays();
        terminal = attendedBy(Keyboard.NOBODY);
    }

    @AfterEach
    void stop() throws IOException {
        terminal.close();
        gateway.close();
    }

    @Test
    void withYesTheIdAloneIsOnStandardOutputAndTheQuoteIsNotedBeside() throws Exception {
        assertThat(create("--all", "--mode", "compare", "--yes")).isZero();

        assertThat(terminal.answers()).isEqualTo(ID_LINE);
        assertThat(terminal.notices())
                .containsPattern("matched +352\n")
                .containsPattern("superseded +12\n")
                .containsPattern("already judged +40\n")
                .containsPattern("will run +300\n")
                .containsPattern("tokens +935,000 in, 188,500 out\n")
                .containsPattern("GPU time +4 min 21 s\n")
                .containsPattern("cost +0.18 USD\n")
                .containsPattern("expected finish +in 31 s, at 18:03\n")
                .contains("replay show " + FakeReplays.ID + " --watch");
        assertThat(gateway.asked()).hasSize(2).last().isEqualTo(START + " {\"confirmedTotal\":300}");
    }

    @Test
    void allIsEveryClosingAskedAsLiveChatsAre() throws Exception {
        create("--all", "--yes");

        assertThat(gateway.order()).isEqualTo(json("""
                {"selection":{"chatIds":[],"filter":{"teams":[],"agents":[],"channels":[],"languages":[],"sources":[],
                              "scores":[],"failed":false},"everyClosing":true},
                 "ask":{"promptVersion":"2026-11-3","temperature":0.2},"mode":"compare"}"""));
    }

    @Test
    void everyWishIsInTheOrder() throws Exception {
        var wish = """
                --from 2026-11-01 --to 2026-11-20T01:00:00+01:00 --team Ventas --team Soporte --agent 17 --channel web
                --language es --source lhc --score BAD --score horrible --failed --sample 50 --seed 42 --every-closing
                --prompt 2026-12-1 --model gpt-oss --temperature 0.5 --judge-seed 9 --mode replace --rate 2.5
                --name Ventas --yes""";

        assertThat(create(wish.split("\\s+"))).isZero();

        assertThat(gateway.order()).isEqualTo(json("""
                {"name":"Ventas",
                 "selection":{"from":"2026-11-01T00:00:00Z","to":"2026-11-20T00:00:00Z","chatIds":[],
                   "filter":{"teams":["Ventas","Soporte"],"agents":["17"],"channels":["web"],"languages":["es"],
                             "sources":["lhc"],"scores":["bad","horrible"],"failed":true},
                   "sample":{"size":50,"seed":42},"everyClosing":true},
                 "ask":{"promptVersion":"2026-12-1","model":"gpt-oss","temperature":0.5,"seed":9},
                 "mode":"replace","ratePerSecond":2.5}"""));
        assertThat(terminal.notices()).containsPattern("sample +50 by lot, seed 42\n");
    }

    @Test
    void stretchesOfOffsetsAreTakenAsTheyAreGiven() throws Exception {
        create("--offsets", "support.chat.closed.v1:3:0-120", "--offsets", "support.chat.closed.v1:4:7-7", "--yes");

        assertThat(gateway.order().path("selection").path("offsets")).isEqualTo(json("""
                [{"topic":"support.chat.closed.v1","partition":3,"from":0,"to":120},
                 {"topic":"support.chat.closed.v1","partition":4,"from":7,"to":7}]"""));
    }

    @Test
    void aSampleWithoutASeedGetsOneThatIsShown() throws Exception {
        create("--sample", "50", "--yes");

        long seed = gateway.order().at("/selection/sample/seed").asLong();
        assertThat(terminal.notices()).contains("50 by lot, seed " + seed + "\n");
    }

    @Test
    void theChatsOfAFileAreNamedAndItsBadLinesAreSaid() throws Exception {
        var file = Files.writeString(folder.resolve("chats.jsonl"), "{\"id\":\"c-1\"}\noops\n{\"id\":\"c-2\"}\n");

        assertThat(create("--file", file.toString(), "--yes")).isZero();

        assertThat(gateway.order().at("/selection/chatIds")).isEqualTo(json("[\"c-1\",\"c-2\"]"));
        assertThat(terminal.answers()).isEqualTo(ID_LINE);
        assertThat(terminal.notices())
                .contains("line 2: no JSON object\n", "chats.jsonl: 2 chats are named, 1 lines are rejected\n");
    }

    @Test
    void aGzipFileIsReadByItsContent() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write("{\"id\":\"c-9\"}".getBytes(StandardCharsets.UTF_8));
        }
        var file = Files.write(folder.resolve("chats"), bytes.toByteArray());

        create("--file", file.toString(), "--yes");

        assertThat(gateway.order().at("/selection/chatIds")).isEqualTo(json("[\"c-9\"]"));
    }

    @Test
    void aFileThatNamesNoChatOrdersNothing() throws Exception {
        var file = Files.writeString(folder.resolve("bad.jsonl"), "oops\nagain\n");

        assertThat(create("--file", file.toString())).isEqualTo(2);

        assertThat(terminal.answers())
                .isEqualTo("bad.jsonl: no line names a chat; conversation_id, chatId or id of each is read\n");
        assertThat(terminal.notices()).contains("line 1: no JSON object\n", "line 2: no JSON object\n");
        assertThat(gateway.asked()).singleElement().asString().startsWith("/replays/chat-ids");
    }

    @Test
    void aFileThatIsNotThereEndsWithTwo() throws Exception {
        assertThat(create("--file", "absent.jsonl", "-o", "json")).isEqualTo(2);

        assertThat(json(terminal.answers()).path("error").asString()).isEqualTo("There is no file absent.jsonl");
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void aGzipFileThatEndsTooEarlyEndsWithTwo() throws Exception {
        var cut = new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1};
        var file = Files.write(folder.resolve("cut.gz"), cut);

        assertThat(create("--file", file.toString())).isEqualTo(2);

        assertThat(terminal.answers()).contains("cut.gz", "broken or ends too early");
    }

    @Test
    void aQuoteOfNothingSaysWhyAndIsNotStarted() throws Exception {
        gateway.quote(0, "all 52 chats that match were judged so already");

        assertThat(create("--all", "--yes")).isZero();

        assertThat(terminal.answers()).isEqualTo(ID_LINE);
        assertThat(terminal.notices()).contains("all 52 chats that match were judged so already");
        assertThat(gateway.asked()).noneMatch(asked -> asked.startsWith(START));
    }

    @Test
    void aQuoteOfNothingWithoutAReasonGetsOne() throws Exception {
        gateway.quote(0, null);

        create("--all");

        assertThat(terminal.notices()).contains("every chat that matches was judged so already");
        assertThat(terminal.answers()).isEqualTo(FakeReplays.ID + " has nothing to run\n");
    }

    @Test
    void itStartsWhenAPersonSaysYes() throws Exception {
        answeredWith("y");

        assertThat(create("--all")).isZero();

        assertThat(terminal.notices()).contains("Start? [y/N] ");
        assertThat(terminal.answers()).contains(FakeReplays.ID + " is started; watch it: ./dictamen replay show");
        assertThat(gateway.asked()).last().isEqualTo(START + " {\"confirmedTotal\":300}");
    }

    @Test
    void itWaitsWhenAPersonSaysNothing() throws Exception {
        answeredWith("");

        assertThat(create("--all", "-o", "json")).isZero();

        assertThat(terminal.answers()).isEqualTo(ID_LINE);
        assertThat(gateway.asked()).noneMatch(asked -> asked.startsWith(START));
    }

    @Test
    void manyChatsStartByTheirNumberOnly() throws Exception {
        gateway.quote(3000, null);
        answeredWith("y");

        assertThat(create("--all")).isZero();

        assertThat(terminal.notices()).contains("More than 1,000 chats: type 3000 to start: ", "Not started");
        assertThat(terminal.answers()).contains("waits to be started: ./dictamen replay start " + FakeReplays.ID);
        assertThat(gateway.asked()).noneMatch(asked -> asked.startsWith(START));

        answeredWith("3,000");

        assertThat(terminal.run("replay", "start", FakeReplays.ID)).isZero();
        assertThat(gateway.asked()).last().isEqualTo(START + " {\"confirmedTotal\":3000}");
    }

    @Test
    void withNobodyToAskItIsNotStartedAndEndsWithThree() throws Exception {
        assertThat(create("--all")).isEqualTo(3);

        assertThat(terminal.notices()).contains("nobody is there to agree; --yes agrees beforehand");
    }

    @Test
    void aQuoteThatNeverComesEndsWithThree() throws Exception {
        gateway.neverCount();

        assertThat(create("--all", "--yes")).isEqualTo(3);

        assertThat(terminal.answers()).isEqualTo(ID_LINE);
        assertThat(terminal.notices()).contains("still being counted", "./dictamen status");
    }

    @Test
    void startingWhatRunsAlreadyIsRefused() throws Exception {
        gateway.become("running", 100, null);

        assertThat(terminal.run("replay", "start", FakeReplays.ID, "--yes")).isEqualTo(1);

        assertThat(json(terminal.answers()).path("error").asString())
                .isEqualTo("The gateway refused: it is running, not quoted");
    }

    @Test
    void anUnknownPromptEndsWithTwoAndNamesThoseThatAre() throws Exception {
        assertThat(create("--all", "--prompt", "2027-1")).isEqualTo(2);

        assertThat(terminal.answers())
                .isEqualTo("The gateway refused: no prompt version 2027-1; there are 2026-12-1, 2026-11-3\n");
    }

    @Test
    void withoutALivePromptOneMustBeNamed() throws Exception {
        gateway.haveNoneLive();

        assertThat(create("--all")).isEqualTo(1);

        assertThat(terminal.answers()).contains("--prompt", "./dictamen prompt list");
    }

    private int create(String... options) throws IOException {
        var words = new ArrayList<>(List.of("replay", "create"));
        words.addAll(List.of(options));
        return terminal.run(words.toArray(String[]::new));
    }

    private void answeredWith(String... lines) throws IOException {
        terminal.close();
        terminal = attendedBy(new TypedLines(lines));
    }

    private ReplayTerminal attendedBy(Keyboard keyboard) throws IOException {
        return new ReplayTerminal(folder.resolve("home"), gateway, false, keyboard);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
