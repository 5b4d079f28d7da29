package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Chats;
import dev.dictamen.simulator.testing.Client;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scores that drift with the way of asking, as a client sees them. */
class DriftTest {
    private static final int WAYS = 40;

    private final VllmSimulator simulator = VllmSimulator.start(SimulatorOptions.instant());
    private final Client client = Client.of(simulator.port());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void goBySeedAndTemperatureAndSystemMessageOnceTheyAreSwitchedOn() throws Exception {
        assertThat(scoresBySeed()).containsOnly("great");

        client.configure("{\"score-drift\":50}");

        assertThat(scoresBySeed()).contains("great", "good").isEqualTo(scoresBySeed());
        assertThat(scoresByTemperature()).contains("great", "good");
        assertThat(scoresBySystemMessage()).contains("great", "good");
    }

    @Test
    void doNotGoByTheDelimiterWhichIsAnotherInEveryCall() throws Exception {
        client.configure("{\"score-drift\":50}");
        var scores = new ArrayList<String>();
        for (int call = 0; call < WAYS; call++) {
            scores.add(score(Client.body(Chats.SOLVED.replace("4f2a", "4f2a" + call))));
        }

        assertThat(scores.stream().distinct()).hasSize(1);
    }

    private List<String> scoresBySeed() throws Exception {
        var scores = new ArrayList<String>();
        for (int seed = 0; seed < WAYS; seed++) {
            scores.add(score(Client.body(Chats.SOLVED).put("seed", seed)));
        }
        return scores;
    }

    private List<String> scoresByTemperature() throws Exception {
        var scores = new ArrayList<String>();
        for (int tenths = 0; tenths < WAYS; tenths++) {
            scores.add(score(Client.body(Chats.SOLVED).put("temperature", tenths / 10.0)));
        }
        return scores;
    }

    private List<String> scoresBySystemMessage() throws Exception {
        var scores = new ArrayList<String>();
        for (int version = 0; version < WAYS; version++) {
            var body = Client.body(Chats.SOLVED);
            body.withArray("messages").insertObject(0).put("role", "system").put("content", "Versión " + version);
            scores.add(score(body));
        }
        return scores;
    }

    private String score(JsonNode body) throws Exception {
        return Client.verdict(client.send(client.chat("e1/1", body)))
                .path("score")
                .asString();
    }
}
