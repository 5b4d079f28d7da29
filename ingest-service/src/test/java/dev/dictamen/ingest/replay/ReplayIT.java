package dev.dictamen.ingest.replay;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.contract.replay.ReplayReport.State;
import dev.dictamen.contract.replay.Selection;
import dev.dictamen.contract.replay.Selection.Filter;
import dev.dictamen.contract.replay.Selection.Sample;
import dev.dictamen.ingest.testing.IngestInstance;
import dev.dictamen.testing.data.Chats;
import dev.dictamen.testing.data.Evaluations;
import dev.dictamen.testing.kafka.ContractTopics;
import dev.dictamen.testing.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Replays from the wish to the last outcome, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {
    @RegisterExtension
    static final TestBroker BROKER = TestBroker.shared();

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private ReplayDesk desk;
    private AnsweringWorker worker;
    private IngestInstance ingest;

    @BeforeAll
    void start(@TempDir Path stateDir) {
        desk = new ReplayDesk(BROKER);
        worker = new AnsweringWorker(BROKER, ReplayDesk.PROMPT);
        ingest = IngestInstance.start(BROKER, stateDir, "REPLAY_PRICE_PER_GPU_HOUR=2");
    }

    @AfterEach
    void letAll() {
        worker.failing(false).slots(44).letAll();
    }

    @AfterAll
    void stop() throws InterruptedException {
        ingest.close();
        worker.close();
        desk.close();
    }

    @Test
    void everyChatOfTheSelectionIsSentOnceAndASecondReplayFindsThemJudged() {
        var chats = desk.history("all", 300);

        var quoted = desk.quote("r-all-1", named(chats));
        assertThat(quoted.quote().willRun()).isEqualTo(300);
        assertThat(quoted.quote().cost().seconds()).isBetween(1L, 4L);
        assertThat(quoted.quote().cost().money()).isPositive();
        desk.start("r-all-1");
        var finished = desk.awaitState("r-all-1", State.FINISHED);

        assertThat(finished.outcomes().scored()).isEqualTo(300);
        assertThat(received("r-all-1")).hasSize(300).doesNotHaveDuplicates();
        var again = desk.quote("r-all-2", named(chats));
        assertThat(again.quote().alreadyJudged()).isEqualTo(300);
        assertThat(again.quote().willRun()).isZero();
        assertThat(again.why()).contains("already");
        assertThat(desk.awaitFigures("r-all-1").conversations()).isEqualTo(300);
    }

    @Test
    void aPauseAResumeAndACancelTakeEffectAtOnce() {
        var chats = desk.history("pace", 400);
        desk.quote("r-pace", named(chats), Ask.with(ReplayDesk.VERSION), 100.0);
        desk.start("r-pace");
        await().atMost(SOON).until(() -> desk.progress("r-pace").outcomes().done() > 0);

        desk.wish("r-pace", Wanted.PAUSE);
        desk.awaitState("r-pace", State.PAUSED, AT_ONCE);
        await().atMost(SOON)
                .until(() -> desk.progress("r-pace").position()
                        == desk.progress("r-pace").outcomes().done());
        int whilePaused = received("r-pace").size();

        desk.wish("r-pace", Wanted.RUN);
        desk.awaitState("r-pace", State.RUNNING, AT_ONCE);
        await().atMost(SOON).until(() -> received("r-pace").size() > whilePaused);

        desk.wish("r-pace", Wanted.CANCEL);
        var cancelled = desk.awaitState("r-pace", State.CANCELLED, AT_ONCE);
        assertThat(cancelled.position()).isLessThan(400);
        await().atMost(SOON)
                .until(() -> desk.progress("r-pace").outcomes().done()
                        == desk.progress("r-pace").position());
    }

    @Test
    void twoReplaysShareTheLaneFairly() {
        worker.hold();
        desk.quote("r-fair-1", named(desk.history("fair-a", 200)));
        desk.quote("r-fair-2", named(desk.history("fair-b", 200)));
        desk.start("r-fair-1");
        desk.start("r-fair-2");
        desk.awaitState("r-fair-2", State.RUNNING);
        worker.let(200);

        await().atMost(SOON)
                .until(() -> received("r-fair-1").size() + received("r-fair-2").size() >= 200);
        assertThat(received("r-fair-2")).hasSizeGreaterThan(50);
        worker.letAll();
        desk.awaitState("r-fair-1", State.FINISHED);
        desk.awaitState("r-fair-2", State.FINISHED);
    }

    @Test
    void onlySoManyChatsAreUnderWayAsTheReplicasTakeAndAQuarterMore() {
        worker.hold();
        desk.quote("r-window", named(desk.history("window", 300)));
        desk.start("r-window");

        await().atMost(SOON).until(() -> received("r-window").size() >= 55);
        assertThat(desk.progress("r-window").position()).isEqualTo(55);
        worker.letAll();
        desk.awaitState("r-window", State.FINISHED);
    }

    @Test
    void whatFailsAndNeverSucceedsPausesByItselfAndSaysWhy() {
        worker.failing(true);
        desk.quote("r-fails", named(desk.history("fails", 300)));
        desk.start("r-fails");

        var paused = desk.awaitState("r-fails", State.PAUSED);
        assertThat(paused.why()).contains("no such model");
        assertThat(paused.outcomes().failed()).isLessThan(300);
        worker.failing(false);
        desk.wish("r-fails", Wanted.RUN);
        var finished = desk.awaitState("r-fails", State.FINISHED);
        assertThat(finished.outcomes().done()).isEqualTo(300);
    }

    @Test
    void aSampleIsTheSameHoweverOftenItIsDrawn() {
        var chats = desk.history("lot", 200);

        desk.quote("r-lot-1", sampled(chats, 40));
        desk.start("r-lot-1");
        desk.awaitState("r-lot-1", State.FINISHED);
        var again = desk.quote("r-lot-2", sampled(chats, 40));

        assertThat(again.quote().matched()).isEqualTo(200);
        assertThat(again.quote().alreadyJudged()).isEqualTo(40);
        assertThat(again.quote().willRun()).isZero();
        assertThat(received("r-lot-1")).hasSize(40);
    }

    @Test
    void onlyTheLastClosingOfAChatIsTakenUnlessAllAreWished() {
        var chats = desk.history("twice", 10);
        var again = chats.stream().map(chat -> chat.withRevision(2)).toList();
        BROKER.send(ContractTopics.ALL.closed(), again);

        var last = desk.quote("r-twice-1", named(chats)).quote();
        var every = desk.quote("r-twice-2", new Selection(null, null, List.of(), ids(chats), Filter.NONE, null, true))
                .quote();

        assertThat(last.matched()).isEqualTo(20);
        assertThat(last.superseded()).isEqualTo(10);
        assertThat(last.willRun()).isEqualTo(10);
        assertThat(every.willRun()).isEqualTo(20);
        assertThat(every.superseded()).isZero();
    }

    @Test
    void chatsAreChosenByTheirLiveVerdict() {
        var chats = desk.history("graded", 20);
        BROKER.send(
                ContractTopics.ALL.evaluation(),
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                Evaluations.scored("graded-" + i, 1, Instant.now(), i < 5 ? Score.BAD : Score.GOOD))
                        .toList());

        var filter = new Filter(
                List.of(), List.of("Marta Ríos"), List.of("WEB"), List.of("es"), List.of(), List.of(Score.BAD), false);
        var quote = desk.quote("r-graded", new Selection(null, null, List.of(), ids(chats), filter, null, false))
                .quote();

        assertThat(quote.willRun()).isEqualTo(5);
        assertThat(quote.cost().tokensIn()).isPositive();
    }

    @Test
    void aQuoteOfNothingExplainsItself() {
        var empty = new Selection(
                Instant.parse("2001-01-01T00:00:00Z"),
                Instant.parse("2001-01-02T00:00:00Z"),
                List.of(),
                List.of(),
                Filter.NONE,
                null,
                false);
        var unknown = Ask.with("2031-1");

        assertThat(desk.quote("r-empty", empty).why()).contains("no closed chat", "range");
        assertThat(desk.quote("r-unknown", Selection.ALL, unknown, null).why()).contains("2031-1", ReplayDesk.VERSION);
        assertThat(desk.quote("r-named", named(List.of(Chats.any("nobody-1"))))
                        .quote()
                        .notFound())
                .isEqualTo(1);
        desk.start("r-empty");
        assertThat(desk.awaitState("r-empty", State.QUOTED).total()).isZero();
    }

    @Test
    void whatRetentionTakesIsSaidAndCountedOnce() throws Exception {
        var chats = desk.history("gone", 30);
        desk.quote("r-gone-1", named(chats));
        deleteHistory();

        desk.start("r-gone-1");
        var finished = desk.awaitState("r-gone-1", State.FINISHED);
        assertThat(finished.outcomes().gone()).isEqualTo(30);
        assertThat(finished.why()).contains("30", "retention");
        var later = desk.quote("r-gone-2", named(chats));
        assertThat(later.quote().notFound()).isEqualTo(30);
        assertThat(later.why()).contains("gone from the topics");
    }

    private static void deleteHistory() throws Exception {
        try (var admin = BROKER.admin()) {
            var ends = admin.listOffsets(IntStream.range(0, 12)
                            .mapToObj(number -> new TopicPartition(ContractTopics.ALL.backlog(), number))
                            .collect(toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.deleteRecords(ends.entrySet().stream()
                            .collect(toMap(
                                    Map.Entry::getKey,
                                    end -> RecordsToDelete.beforeOffset(
                                            end.getValue().offset()))))
                    .all()
                    .get();
        }
    }

    @Test
    void onlyWhatWasQuotedCanBeConfirmed() {
        desk.quote("r-confirm", named(desk.history("confirm", 7)));

        desk.wish("r-confirm", Wanted.RUN, 9L);

        assertThat(desk.awaitState("r-confirm", State.QUOTED).why()).contains("9", "7");
        desk.start("r-confirm");
        desk.awaitState("r-confirm", State.FINISHED);
    }

    private List<String> received(String run) {
        return worker.received.stream()
                .filter(chat -> chat.startsWith(run + "/"))
                .toList();
    }

    private static Selection named(List<ClosedChat> chats) {
        return new Selection(null, null, List.of(), ids(chats), Filter.NONE, null, false);
    }

    private static Selection sampled(List<ClosedChat> chats, int size) {
        return new Selection(null, null, List.of(), ids(chats), Filter.NONE, new Sample(size, 42), false);
    }

    private static List<String> ids(List<ClosedChat> chats) {
        return chats.stream().map(ClosedChat::chatId).toList();
    }
}
