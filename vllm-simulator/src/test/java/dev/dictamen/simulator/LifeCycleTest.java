package dev.dictamen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.testing.Chats;
import dev.dictamen.simulator.testing.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Slots, queue, disconnects, keep-alive and stopping, over real sockets. */
class LifeCycleTest {
    private static final String LABELS = "engine=\"0\",model_name=\"openai/gpt-oss-20b\"";

    private static final String FOREVER = "--time-to-first-token=10m";

    @TempDir
    Path folder;

    @Test
    void generatedTokensRiseWhileACallRunsAndNotWhileItHangs() throws Exception {
        try (var slow = VllmSimulator.start(
                SimulatorOptions.instant().with("--inter-token-latency=50ms", "--time-factor-under-load=1"))) {
            var watched = Client.of(slow.port());
            slow.configure("--failure-types=hang");
            var hanging = watched.askAsync("e1/1");
            await().until(() -> watched.metrics().contains("num_requests_running{" + LABELS + "} 1.0"));
            assertThat(generatedTokens(watched)).isZero();

            slow.configure("--failure-types=");
            var running = watched.askAsync("e2/1");
            await().until(() -> generatedTokens(watched) > 0);
            double before = generatedTokens(watched);
            await().until(() -> generatedTokens(watched) > before);
            assertThat(running).isNotDone();
            running.cancel(true);
            hanging.cancel(true);

            await().until(() -> watched.metrics().contains("num_requests_running{" + LABELS + "} 0.0"));
            assertThat(generatedTokens(watched)).isGreaterThan(before);
        }
    }

    @Test
    void connectionsAreRefusedWhileItLoads() {
        try (var loading = VllmSimulator.start(SimulatorOptions.instant().with("--startup-duration=400ms"))) {
            var early = Client.of(loading.port());

            assertThatThrownBy(() -> early.ask("e1/1")).isInstanceOf(ConnectException.class);
            await().ignoreExceptions()
                    .until(() -> early.send(early.request("/health/ready")).statusCode() == 200);
        }
    }

    @Test
    void canBeStoppedWhileItLoads() {
        var loading = VllmSimulator.start(SimulatorOptions.instant().with("--startup-duration=1h"));

        loading.close();

        assertThat(loading.port()).isPositive();
    }

    @Test
    void queuesWhatItsSlotsCannotTakeAndRefusesWhatItsQueueCannot() throws Exception {
        try (var simulator = start(FOREVER, "--max-num-seqs=1", "--max-num-queued-reqs=1")) {
            var client = Client.of(simulator.port());
            client.askAsync("a/1");
            await().until(() -> isLoaded(client, 1));
            client.askAsync("b/1");
            await().until(() -> isLoaded(client, 2));

            assertThat(client.ask("c/1").statusCode()).isEqualTo(503);
            assertThat(client.metrics()).containsPattern("num_requests_waiting\\{.*} 1.0");
        }
    }

    @Test
    void servesThePriorityLaneFirst() throws Exception {
        try (var simulator = start("--failure-types=hang", "--max-num-seqs=1", "--scheduling-policy=priority")) {
            var client = Client.of(simulator.port());
            var first = client.askAsync("running/1");
            await().until(() -> isLoaded(client, 1));
            simulator.configure("--failure-types=");
            var bulk = client.sendAsync(
                    client.chat("bulk/1", Client.body(Chats.SOLVED).put("priority", 10)));
            await().until(() -> isLoaded(client, 2));
            var live = client.sendAsync(
                    client.chat("live/1", Client.body(Chats.SOLVED).put("priority", 0)));
            await().until(() -> isLoaded(client, 3));

            first.cancel(true);
            CompletableFuture.allOf(bulk, live).join();

            assertThat(client.journal())
                    .extracting(entry -> entry.path("evaluationId").asString())
                    .containsExactly("running", "live", "bulk");
        }
    }

    @Test
    void countsAClientThatWentWhileItWaited() throws Exception {
        try (var simulator = start(FOREVER, "--max-num-seqs=1")) {
            var client = Client.of(simulator.port());
            client.askAsync("a/1");
            await().until(() -> isLoaded(client, 1));
            var waiting = client.askAsync("b/1");
            await().until(() -> isLoaded(client, 2));

            waiting.cancel(true);

            await().until(() -> isLoaded(client, 1));
            JsonNode entry = client.journal().getLast();
            assertThat(entry.path("requestId").asString()).isEqualTo("b/1");
            assertThat(entry.path("outcome").asString()).isEqualTo("aborted");
            assertThat(entry.path("startedAt").isNull()).isTrue();
            assertThat(client.metrics()).containsPattern("finished_reason=\"abort\",.*} 1.0");
        }
    }

    @Test
    void answersHundredsAtOnceFromOneThread() {
        try (var simulator = start("--time-to-first-token=50ms", "--max-num-seqs=64")) {
            var client = Client.of(simulator.port());

            var answers = IntStream.range(0, 300)
                    .mapToObj(i -> client.askAsync("e" + i + "/1"))
                    .toList();

            assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
            assertThat(simulator.journal().lines()).hasSize(300).allMatch(line -> line.contains("completed"));
        }
    }

    @Test
    void abortsWhatRunsWhenItStopsAtOnce() {
        try (var simulator = start(FOREVER)) {
            var client = Client.of(simulator.port());
            var running = client.askAsync("a/1");
            await().until(() -> isLoaded(client, 1));

            simulator.close();

            assertThat(Client.choice(running.join()).path("finish_reason").asString())
                    .isEqualTo("abort");
            assertThat(simulator.journal()).contains("\"outcome\":\"stopped\"");
        }
    }

    @Test
    void finishesWhatRunsAndAbortsWhatComesWhileItDrains() throws Exception {
        try (var simulator = start("--failure-types=hang", "--shutdown-timeout=30s")) {
            var client = Client.of(simulator.port());
            var hanging = client.askAsync("hanging/1");
            await().until(() -> isLoaded(client, 1));
            simulator.configure("--failure-types=", "--time-to-first-token=300ms");
            var running = client.askAsync("running/1");
            await().until(() -> isLoaded(client, 2));

            var stopping = Thread.startVirtualThread(simulator::close);
            await().until(() -> Client.choice(client.ask("late/1"))
                    .path("finish_reason")
                    .asString()
                    .equals("abort"));
            assertThat(Client.choice(running.join()).path("finish_reason").asString())
                    .isEqualTo("stop");
            hanging.cancel(true);

            stopping.join();
            assertThatThrownBy(() -> client.ask("after/1")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closesAnIdleConnectionAfterItsKeepAlive() throws Exception {
        try (var simulator = start("--timeout-keep-alive=100ms");
                var socket = new Socket("localhost", simulator.port())) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(all).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        try (var simulator = start("--timeout-keep-alive=100ms");
                var socket = new Socket("localhost", simulator.port())) {
            var two =
                    "GET /version HTTP/1.1\r\nHost: x\r\n\r\nGET /load HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(two.getBytes(StandardCharsets.US_ASCII));

            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(all).containsSubsequence("{\"version\"", "{\"server_load\"");
        }
    }

    @Test
    void keepsItsJournalFileOverARestart() throws Exception {
        var file = folder.resolve("journal.ndjson");
        for (int start = 1; start <= 2; start++) {
            try (var simulator = start("--journal-file=" + file)) {
                Client.of(simulator.port()).ask("e" + start + "/1");
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void forgetsItsJournalWhenAsked() throws Exception {
        try (var simulator = start()) {
            var client = Client.of(simulator.port());
            client.ask("e1/1");

            assertThat(client.send(client.request("/admin/journal").DELETE()).statusCode())
                    .isEqualTo(204);

            assertThat(client.journal()).isEmpty();
        }
    }

    @Test
    void saysWhichAddressIsTaken() {
        try (var simulator = start()) {
            assertThatThrownBy(() -> start("--port=" + simulator.port()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(simulator.port()));
        }
    }

    private static VllmSimulator start(String... flags) {
        return VllmSimulator.start(SimulatorOptions.instant().with(flags));
    }

    private static boolean isLoaded(Client client, int calls) throws Exception {
        return client.send(client.request("/load")).body().equals("{\"server_load\":" + calls + "}");
    }

    private static double generatedTokens(Client client) throws Exception {
        return client.metrics()
                .lines()
                .filter(line -> line.startsWith("vllm:generation_tokens_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
