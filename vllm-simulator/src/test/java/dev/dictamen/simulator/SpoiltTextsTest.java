package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Client;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers whose words are right and cannot be read, or stand where nobody looks for them. */
class SpoiltTextsTest {
    private final VllmSimulator simulator = VllmSimulator.start(SimulatorOptions.instant());
    private final Client client = Client.of(simulator.port());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theAnswerStandsInTheReasoning() throws Exception {
        var message = Client.choice(spoilt("answer_in_reasoning")).path("message");

        assertThat(message.get("content").isNull()).isTrue();
        assertThat(message.path("reasoning").asString()).startsWith("{\"reason\"");
    }

    @ParameterizedTest
    @CsvSource({
        "double_escaped, \\u00",
        "mojibake, Ã",
        "control_tokens, <|end|>",
        "bidi_override, \u202E",
        "repeated, y muy y muy y muy",
        "other_script, 非常"
    })
    void theReasonIsSpoilt(String fault, String part) throws Exception {
        assertThat(Client.verdict(spoilt(fault)).path("reason").asString()).contains(part);
    }

    @Test
    void noChoices() throws Exception {
        assertThat(Client.json(spoilt("no_choices")).path("choices")).isEmpty();
    }

    private HttpResponse<String> spoilt(String fault) throws Exception {
        client.configure("{\"failure-types\":[\"" + fault + "\"]}");
        return client.ask("e1/1");
    }
}
