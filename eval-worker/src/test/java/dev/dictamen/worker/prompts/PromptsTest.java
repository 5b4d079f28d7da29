package dev.dictamen.worker.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt;
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.judge.JudgeProperties;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PromptsTest {
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void liveChatsAreAskedAsTheLastRecordSays() {
        var prompts = KnownPrompts.with(KnownPrompts.named("second"));
        var before = prompts.find(null);

        prompts.take(new JudgePrompt.Live(new Ask("second", null, 0.0, null), null, null, "ana", AT));

        assertThat(before.orElseThrow().prompt().version()).isEqualTo("2026-11-3");
        assertThat(prompts.find(null).orElseThrow().prompt().version()).isEqualTo("second");
        assertThat(prompts.find(null).orElseThrow().parameters().temperature()).isZero();
    }

    @Test
    void aVersionNeverChanges() {
        var prompts = KnownPrompts.with(KnownPrompts.named("second"));
        var hash = prompts.find(Ask.with("second")).map(Asking::hash);
        var other = KnownPrompts.named("third");

        prompts.take(new JudgePrompt.Version("second", other.texts(), other.schema(), other.parameters(), "eva", AT));

        assertThat(prompts.find(Ask.with("second")).map(Asking::hash)).isEqualTo(hash);
    }

    @Test
    void anotherModelTemperatureOrSeedIsAnotherQuestion() {
        var prompts = KnownPrompts.with();
        var asks = new Ask[] {
            new Ask("2026-11-3", null, null, null),
            new Ask("2026-11-3", "another", null, null),
            new Ask("2026-11-3", null, 0.7, null),
            new Ask("2026-11-3", null, null, 8),
        };

        assertThat(asks)
                .extracting(ask -> prompts.find(ask).orElseThrow().hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void namingWhatIsUsualAsksTheSameQuestion() {
        var prompts = KnownPrompts.with();

        assertThat(prompts.find(new Ask("2026-11-3", KnownPrompts.MODEL, 0.2, 7))
                        .map(Asking::hash))
                .isEqualTo(prompts.find(null).map(Asking::hash));
    }

    @Test
    void aVersionThatNoTopicHoldsIsNotGuessed() throws Exception {
        var prompts = KnownPrompts.with();

        assertThat(prompts.find(Ask.with("2031-1"))).isEmpty();
    }

    @Test
    void aChatWaitsUntilItIsKnownHowLiveChatsAreAsked() throws Exception {
        var prompts = new Prompts(new JudgeProperties("model"));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(() -> {
                prompts.await(null);
                return prompts.find(null);
            });
            prompts.take(BuiltInPrompt.at(AT));
            prompts.take(new JudgePrompt.Live(Ask.with("2026-11-3"), null, null, "eval-worker", AT));

            assertThat(waiting.get()).isPresent();
        }
    }
}
