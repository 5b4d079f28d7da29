package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The simulated replicas of a stack, told to misbehave. */
record Replicas(List<String> addresses) {
    static Replicas of(RunningStack stack) throws IOException {
        return new Replicas(List.of(stack.settings().get("JUDGE_REPLICAS").split(",")));
    }

    /** None answers: connections are reset, and health says no. */
    void goDown() throws IOException, InterruptedException {
        configure("{\"failure-types\":[\"connection_reset\"],\"healthy\":false}");
    }

    /** They answer, but never with one of the five scores. */
    void giveVerdictsWithoutAScore() throws IOException, InterruptedException {
        configure("{\"failure-types\":[\"wrong_enum\"]}");
    }

    /** They do what a prompt orders them: another prompt then gives other verdicts. */
    void obey() throws IOException, InterruptedException {
        configure("{\"obedient\":true}");
    }

    void comeBack() throws IOException, InterruptedException {
        configure("{\"failure-types\":[],\"healthy\":true,\"obedient\":false}");
    }

    /** Their verdicts take next to no time. */
    void hurry() throws IOException, InterruptedException {
        configure("{\"time-to-first-token\":\"20ms\",\"inter-token-latency\":\"0ms\"}");
    }

    /** So many percent of chats are graded one better or one worse, others for each way of asking. */
    void drift(int percent) throws IOException, InterruptedException {
        configure("{\"score-drift\":%d}".formatted(percent));
    }

    private void configure(String flags) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var address : addresses) {
                var request = HttpRequest.newBuilder(URI.create(address).resolve("/admin/config"))
                        .POST(BodyPublishers.ofString(flags))
                        .build();
                var answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(address + ": " + answer.body());
                }
            }
        }
    }
}
