package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.worker.evaluate.Answer;
import dev.dictamen.worker.evaluate.Lane;
import dev.dictamen.worker.evaluate.Question;
import dev.dictamen.worker.evaluate.Question.Turn;
import dev.dictamen.worker.evaluate.RefusedQuestionException;
import dev.dictamen.worker.testing.StubReplica;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VllmJudgeTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String SCHEMA = "{\"type\":\"object\"}";

    private final ScheduledExecutorService waking = Executors.newSingleThreadScheduledExecutor();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private StubReplica first;
    private StubReplica second;

    @BeforeEach
    void start() throws IOException {
        first = StubReplica.start();
        second = StubReplica.start();
    }

    @AfterEach
    void stop() {
        waking.shutdownNow();
        first.close();
        second.close();
    }

    @Test
    void theBodyIsThatOfAStructuredCompletion() throws Exception {
        var body = new CompletableFuture<String>();
        first.answering(sent -> {
            body.complete(sent);
            return StubReplica.GOOD;
        });

        var answer = judge(Duration.ofSeconds(5), first).ask(question(Lane.BULK));

        var json = JsonMapper.shared().readTree(body.join());
        assertThat(json.get("model").asString()).isEqualTo("model");
        assertThat(json.get("priority").asInt()).isEqualTo(10);
        assertThat(json.at("/response_format/json_schema/schema").toString()).isEqualTo(SCHEMA);
        assertThat(json.at("/messages/0/role").asString()).isEqualTo("user");
        assertThat(first.requests).containsExactly(ID + "/1");
        assertThat(answer.isSimulated()).isTrue();
        assertThat(answer.usage().tokensIn()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 501, 503})
    void aReplicaThatCannotAnswerSendsTheChatToAnother(int status) throws Exception {
        first.failingWith(status);

        var answers = askTwice(judge(Duration.ofSeconds(5), first, second));

        assertThat(answers).extracting(Answer::replica).containsOnly("127.0.0.1:" + second.port());
    }

    @Test
    void anAnswerThatWasBrokenOffByAStoppingServerIsAskedForElsewhere() throws Exception {
        first.finishingWith("abort");

        var answers = askTwice(judge(Duration.ofSeconds(5), first, second));

        assertThat(answers).extracting(Answer::replica).containsOnly("127.0.0.1:" + second.port());
    }

    @Test
    void aReplicaThatIsGoneOrHangsSendsTheChatToAnother() throws Exception {
        var judge = judge(Duration.ofMillis(300), first, second);
        first.hold();
        askTwice(judge);
        first.close();

        var answers = askTwice(judge);

        assertThat(answers).extracting(Answer::replica).containsOnly("127.0.0.1:" + second.port());
    }

    @Test
    void aRefusedQuestionIsNotAskedAgain() {
        first.failingWith(400);

        assertThatThrownBy(() -> judge(Duration.ofSeconds(5), first).ask(question(Lane.LIVE)))
                .isInstanceOf(RefusedQuestionException.class)
                .hasMessageContaining("HTTP 400: told to");
        assertThat(first.requests).hasSize(1);
    }

    @Test
    void withAWrongKeyTheChatWaitsAndIsAnsweredOnceTheKeyIsRight() throws Exception {
        first.failingWith(401);
        var judge = judge(Duration.ofSeconds(5), first);
        var answer = new CompletableFuture<Answer>();
        var asking = Thread.ofVirtual().start(() -> complete(answer, judge));
        await().until(() -> first.requests.size() >= 2);
        assertThat(answer).isNotDone();

        first.failingWith(200);

        await().until(answer::isDone);
        asking.join();
    }

    @Test
    void aQuestionThatIsTakenBackGivesItsPermitBack() throws Exception {
        first.hold();
        var judge = judge(Duration.ofSeconds(30), first);
        var asking = Thread.ofVirtual().start(() -> complete(new CompletableFuture<>(), judge));
        await().until(() -> first.requests.size() == 1);

        asking.interrupt();
        asking.join();
        first.let(10);

        assertThat(judge.ask(question(Lane.LIVE)).content()).isNotNull();
    }

    private static void complete(CompletableFuture<Answer> answer, VllmJudge judge) {
        try {
            answer.complete(judge.ask(question(Lane.LIVE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Answer> askTwice(VllmJudge judge) throws InterruptedException {
        return List.of(judge.ask(question(Lane.LIVE)), judge.ask(question(Lane.LIVE)));
    }

    private static Question question(Lane lane) {
        return new Question(
                ID,
                1,
                lane,
                new Question.Timing(Instant.now(), null),
                List.of(new Turn("user", "hola")),
                10,
                SCHEMA,
                new Question.Sampling(0.2, 7, 1500),
                null);
    }

    /** One permit a replica; breakers whose pause is over are looked at again, as the service does. */
    private VllmJudge judge(Duration timeout, StubReplica... replicas) {
        var properties =
                Properties.of(Arrays.stream(replicas).map(StubReplica::address).toList(), 1, 0.7, timeout);
        var metrics = new JudgeMetrics(meters);
        var pool = new ReplicaPool(properties, metrics, Clock.systemUTC());
        waking.scheduleWithFixedDelay(pool::wake, 50, 50, TimeUnit.MILLISECONDS);
        var client = new CompletionClient(new ChatCompletions(properties), properties);
        return new VllmJudge(pool, client, new UsualTime(pool), properties, metrics, Clock.systemUTC());
    }
}
