package dev.dictamen.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EvaluationId;
import dev.dictamen.contract.ReplicaStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoldenSamplesTest {
    private static final JsonMapper JSON = ContractJson.mapper();

    @ParameterizedTest
    @CsvSource({
        "closed-chat.json, dev.dictamen.contract.ClosedChat",
        "evaluation-scored.json, dev.dictamen.contract.Evaluation",
        "evaluation-skipped.json, dev.dictamen.contract.Evaluation",
        "evaluation-failed.json, dev.dictamen.contract.Evaluation",
        "evaluation-replayed.json, dev.dictamen.contract.Evaluation",
        "replica-status.json, dev.dictamen.contract.ReplicaStatus",
        "replica-command.json, dev.dictamen.contract.ReplicaCommand",
        "source-status.json, dev.dictamen.contract.SourceStatus",
        "judge-prompt-version.json, dev.dictamen.contract.replay.JudgePrompt",
        "judge-prompt-live.json, dev.dictamen.contract.replay.JudgePrompt",
        "replay-order.json, dev.dictamen.contract.replay.ReplayOrder",
        "replay-progress.json, dev.dictamen.contract.replay.ReplayReport",
        "replay-plan.json, dev.dictamen.contract.replay.ReplayReport",
        "replay-figures.json, dev.dictamen.contract.replay.ReplayReport"
    })
    void readingASampleAndWritingItAgainLosesAndInventsNothing(String sample, Class<?> type) {
        var text = read(sample);

        var written = JSON.writerFor(type).writeValueAsString(JSON.readValue(text, type));

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluation-scored.json",
                "evaluation-skipped.json",
                "evaluation-failed.json",
                "evaluation-replayed.json"
            })
    void aSamplesEvaluationIdIsTheOneThatItsChatRevisionAndRunGive(String sample) {
        var evaluation = JSON.readValue(read(sample), Evaluation.class);

        assertThat(evaluation.evaluationId())
                .isEqualTo(EvaluationId.of(evaluation.chatId(), evaluation.revision(), evaluation.runId()));
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() {
        var newer = read("replica-status.json").replace("{", "{\"temperature\": 71,");

        assertThat(JSON.readValue(newer, ReplicaStatus.class).inFlight()).isEqualTo(12);
    }

    @Test
    void aChatWithoutItsIdIsRefused() {
        var nameless = read("closed-chat.json").replace("\"chatId\"", "\"id\"");

        assertThatThrownBy(() -> JSON.readValue(nameless, ClosedChat.class)).hasMessageContaining("chatId");
    }

    private static String read(String sample) {
        try (var in = GoldenSamplesTest.class.getResourceAsStream("/samples/" + sample)) {
            return new String(
                    java.util.Objects.requireNonNull(in, sample).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
