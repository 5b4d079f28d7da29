package dev.dictamen.worker.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.contract.FailureReason;
import dev.dictamen.contract.ReplicaStatus.State;
import dev.dictamen.worker.judge.Answer;
import dev.dictamen.worker.judge.Lane;
import dev.dictamen.worker.judge.RefusedQuestionException;
import dev.dictamen.worker.testing.StubReplica;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chat that a model server cannot answer ends itself and holds up nobody. */
class PoisonTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String POISON = "veneno";

    private StubReplica first;
    private StubReplica second;
    private final List<Thread> askers = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        first = StubReplica.start();
        second = StubReplica.start();
    }

    @AfterEach
    void stop() {
        askers.forEach(Thread::interrupt);
        first.close();
        second.close();
    }

    @ParameterizedTest
    @CsvSource({"500, 1", "502, 2", "404, 2", "-1, 1"})
    void aChatAtWhichServersFailThatAnswerOthersIsGivenUpThoughNobodyElseIsAsked(int status, int replicas) {
        poison(status);
        try (var rig = rig(replicas)) {
            assertThatThrownBy(() -> ask(rig, POISON))
                    .isInstanceOfSatisfying(RefusedQuestionException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(FailureReason.SERVER_FAILED);
                        assertThat(refused.attempts()).isLessThanOrEqualTo(replicas + 5);
                    });

            assertThatAllAreReady(rig);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"choices\": []}", "{\"choices\": null}", "[]", "<html></html>"})
    void aServerThatSendsNoCompletionIsNoReasonToGiveUpWhileNobodyIsAnswered(String body) throws Exception {
        first.sending(body);
        try (var rig = rig(1)) {
            var answer = asked(rig, "hola");
            await().until(() -> first.requests.size() > 3);
            assertThat(answer).isNotDone();

            first.sending("");

            assertThat(answer.get()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"500, 2", "-1, 2", "400, 1", "503, 1"})
    void whoComesAfterManyOfThemIsAnswered(int status, int replicas) throws Exception {
        poison(status);
        try (var rig = rig(replicas)) {
            var poisoned = IntStream.range(0, 6)
                    .mapToObj(number -> asked(rig, POISON + number))
                    .toList();
            await().until(() -> first.requests.size() > 3);

            for (int number = 0; number < 5; number++) {
                assertThat(ask(rig, "hola").completion().content()).isEqualTo(StubReplica.GOOD);
            }

            if (status != 503) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> poisoned.stream().allMatch(CompletableFuture::isCompletedExceptionally));
                assertThatAllAreReady(rig);
            }
        }
    }

    @Test
    void whileAServerAnswersNobodyNoChatIsGivenUpHoweverOftenItIsAsked() throws Exception {
        first.failingWith(500);
        second.failingWith(500);
        try (var rig = rig(2)) {
            var answers = List.of(asked(rig, "hola"), asked(rig, "buenas"));
            await().atMost(Duration.ofSeconds(30)).until(() -> first.requests.size() > 5 && second.requests.size() > 5);
            assertThat(answers).noneMatch(CompletableFuture::isDone);

            second.failingWith(200);

            for (var answer : answers) {
                assertThat(answer.get().replica()).isEqualTo("127.0.0.1:" + second.port());
            }
        }
    }

    @Test
    void theProbeOfAnOpenBreakerIsNeverTheChatThatBrokeIt() throws Exception {
        first.failingWith(500);
        try (var rig = rig(1)) {
            var answer = asked(rig, POISON);
            await().until(() -> first.requests.size() > 4);

            assertThat(first.requests.stream().filter(name -> !name.startsWith("control-")))
                    .containsExactly(JudgeRig.ID + "/1");
            assertThat(answer).isNotDone();
        }
    }

    @Test
    void aChatWhoseDrawBreaksAServerIsDrawnOtherwise() throws Exception {
        first.failingWhen(body -> body.contains(POISON) && body.contains("\"seed\":7,"), 500);
        try (var rig = rig(1)) {
            assertThat(ask(rig, POISON).completion().content()).isEqualTo(StubReplica.GOOD);
        }
    }

    @Test
    void aControlAsksWithTheSameInstructionsAndSchemaAboutAnotherChat() {
        var control = ControlQuestion.of(JudgeRig.question(Lane.LIVE, Instant.now(), null, "mi tarjeta es 4111"));

        assertThat(control.wording().turns().getFirst().content()).isEqualTo("eres un juez");
        assertThat(control.wording().turns().getLast().content())
                .contains("¿a qué hora abren")
                .doesNotContain("4111");
        assertThat(control.wording().schema()).isEqualTo(JudgeRig.SCHEMA);
    }

    private void poison(int status) {
        first.failingFor(POISON, status);
        second.failingFor(POISON, status);
    }

    private JudgeRig rig(int replicas) {
        return replicas == 1 ? new JudgeRig(LONG, LONG, first) : new JudgeRig(LONG, LONG, first, second);
    }

    private static void assertThatAllAreReady(JudgeRig rig) {
        assertThat(rig.pool.replicas())
                .allSatisfy(replica -> assertThat(rig.pool.underLock(() -> replica.state(System.nanoTime())))
                        .isEqualTo(State.READY));
    }

    private CompletableFuture<Answer> asked(JudgeRig rig, String chat) {
        var answer = new CompletableFuture<Answer>();
        var asker = Thread.ofVirtual().start(() -> {
            try {
                answer.complete(ask(rig, chat));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        askers.add(asker);
        return answer;
    }

    private static Answer ask(JudgeRig rig, String chat) throws InterruptedException {
        return rig.judge.ask(JudgeRig.question(Lane.LIVE, Instant.now(), null, chat));
    }
}
