package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.ReplicaStatus;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.Question;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class VllmJudgeTest {
    private @Nullable JudgeRig rig;
    private StubReplica first;
    private StubReplica second;

    @BeforeEach
    void start() throws IOException {
        first = StubReplica.start();
        second = StubReplica.start();
    }

    @AfterEach
    void stop() {
        if (rig != null) {
            rig.close();
        }
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

        var answer = judge(Duration.ofSeconds(5), first).ask(JudgeRig.question(Lane.BULK));

        var json = JsonMapper.shared().readTree(body.join());
        assertThat(json.get("model").asString()).isEqualTo("model");
        assertThat(json.get("priority").asInt()).isEqualTo(10);
        assertThat(json.at("/response_format/json_schema/schema").toString()).isEqualTo(JudgeRig.SCHEMA);
        assertThat(json.at("/messages/1/role").asString()).isEqualTo("user");
        assertThat(first.requests).containsExactly(JudgeRig.ID + "/1");
        assertThat(answer.completion().isSimulated()).isTrue();
        assertThat(answer.completion().usage().tokensIn()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"content\": null, \"reasoning\": \"{}\"}                                    | null | {}",
                "{\"content\": \"\", \"reasoning_content\": \"Bien: {}\"}                        | ''   | Bien: {}",
                "{\"reasoning\": null, \"tool_calls\": [{\"function\": {\"arguments\": \"{}\"}}]} | null | {}",
                "{\"content\": null, \"reasoning\": \"Just thoughts.\"}                        | null | null",
                "{\"content\": \"{1}\", \"reasoning\": \"{2}\"}                                | {1}  | null",
                "{\"content\": [{\"type\": \"text\", \"text\": \"{a\"}, {\"text\": \"b}\"}]}         | {ab} | null",
            },
            nullValues = "null")
    void theAnswerIsFoundWhereAServerPutsIt(String message, @Nullable String content, @Nullable String elsewhere)
            throws Exception {
        first.sending("{\"choices\": [{\"message\": " + message + ", \"finish_reason\": \"odd\"}]}");

        var completion = judge(Duration.ofSeconds(5), first)
                .ask(JudgeRig.question(Lane.BULK))
                .completion();

        assertThat(completion.content()).isEqualTo(content);
        assertThat(completion.elsewhere()).isEqualTo(elsewhere);
    }

    @Test
    void anAnswerWithoutEndIsBrokenOffAndAskedForElsewhere() throws Exception {
        first.sending("{\"choices\": \"" + "x".repeat(3_000_000) + "\"}");

        var answers = askTwice(judge(Duration.ofSeconds(5), first, second));

        assertThat(answers).extracting(Answer::replica).containsOnly("127.0.0.1:" + second.port());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 501, 503})
    void aReplicaThatCannotAnswerSendsTheChatToAnother(int status) throws Exception {
        first.failingWith(status);

        var answers = askTwice(judge(Duration.ofSeconds(5), first, second));

        assertThat(answers).extracting(Answer::replica).containsOnly("127.0.0.1:" + second.port());
    }

    @Test
    void aModelThatTheReplicaDoesNotServeEndsTheQuestionAndNothingElse() throws Exception {
        first.failingWith(404);
        var judge = judge(Duration.ofSeconds(5), first);
        var asked = JudgeRig.question(Lane.BULK);
        var usual = asked.sampling();
        var sampling = new Question.Sampling("another", usual.temperature(), usual.seed(), usual.maxTokens());
        var other = new Question(asked.evaluationId(), 1, asked.routing(), asked.wording(), sampling);

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> judge.ask(other)).isInstanceOf(RefusedQuestionException.class);
        }

        assertThat(Objects.requireNonNull(rig).pool.replicas().getFirst().state(System.nanoTime()))
                .isEqualTo(ReplicaStatus.State.READY);
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

        assertThatThrownBy(() -> judge(Duration.ofSeconds(5), first).ask(JudgeRig.question(Lane.LIVE)))
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

        assertThat(judge.ask(JudgeRig.question(Lane.LIVE)).completion().content())
                .isEqualTo(StubReplica.GOOD);
    }

    private static void complete(CompletableFuture<Answer> answer, VllmJudge judge) {
        try {
            answer.complete(judge.ask(JudgeRig.question(Lane.LIVE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Answer> askTwice(VllmJudge judge) throws InterruptedException {
        return List.of(judge.ask(JudgeRig.question(Lane.LIVE)), judge.ask(JudgeRig.question(Lane.LIVE)));
    }

    private VllmJudge judge(Duration timeout, StubReplica... replicas) {
        rig = new JudgeRig(timeout, Duration.ofMinutes(1), replicas);
        return rig.judge;
    }
}
