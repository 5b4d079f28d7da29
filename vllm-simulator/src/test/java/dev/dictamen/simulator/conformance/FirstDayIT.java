package dev.dictamen.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dictamen.simulator.testing.Chats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to look at on the first day with a real model. It measures and prints; of the figures nothing is asserted. Against
 * the simulator the counts are small and the figures say nothing: only the printing is tried.
 */
class FirstDayIT {
    private final Target target = Target.open();
    private final List<String> report = new ArrayList<>();

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void printsTheChecksOfTheFirstDay() throws Exception {
        report.add("First day at " + (target.isReal() ? target.base() : "a simulator") + ", model " + Target.model());
        soundness(target.isReal() ? 500 : 20);
        quotations(target.isReal() ? 50 : 5);
        priorities(target.isReal() ? 512 : 40);
        report.add(
                "(d) kill -TERM under load: by hand; calls in flight should end in 200 with finish_reason abort, or drain");
        cancelling();
        sweep(target.isReal() ? List.of(1, 8, 32, 64, 128, 192, 256) : List.of(1, 4, 8));
        spread(target.isReal() ? 20 : 5);

        report.forEach(System.out::println);
        assertThat(Stream.of("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"))
                .allMatch(check -> report.stream().anyMatch(line -> line.startsWith(check)));
    }

    private void soundness(int calls) throws InterruptedException {
        var trials = Trial.run(target, Target.body(Chats.SOLVED), "first-day-a", calls, 32);
        report.add("(a) %d calls: %s errors, %s null, %s not JSON, %s English"
                .formatted(
                        calls,
                        share(trials, trial -> trial.status() != 200),
                        share(trials, trial -> trial.status() == 200 && trial.isEmpty()),
                        share(trials, trial -> !trial.isEmpty() && !trial.isJson()),
                        share(trials, Trial::isEnglish)));
    }

    private void quotations(int calls) throws InterruptedException {
        var body = Target.body(Chats.SOLVED + "\nCita en reason, entre comillas dobles, tres frases del chat.");
        var trials = Trial.run(target, body, "first-day-b", calls, 16);
        report.add("(b) %d answers that must quote with quotation marks: %s not JSON"
                .formatted(calls, share(trials, trial -> !trial.isJson())));
    }

    /** Fills the replica with bulk calls, then asks with and without a priority. */
    private void priorities(int bulk) throws InterruptedException {
        var bulkBody = Target.body(Chats.SOLVED).put("priority", 10);
        var background = Thread.ofVirtual().start(() -> fill(bulkBody, bulk));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> target.metric("vllm:num_requests_waiting") > 0 || !background.isAlive());
        double waiting = target.metric("vllm:num_requests_waiting");
        var live = Trial.run(target, Target.body(Chats.SOLVED).put("priority", 0), "first-day-live", 1, 1);
        background.join();
        var alone = Trial.run(target, Target.body(Chats.SOLVED), "first-day-alone", 1, 1);
        report.add("(c) priority 0 with %.0f calls of priority 10 waiting: %d ms; alone: %d ms"
                .formatted(
                        waiting,
                        live.getFirst().took().toMillis(),
                        alone.getFirst().took().toMillis()));
    }

    private void fill(ObjectNode body, int calls) {
        try {
            Trial.run(target, body, "first-day-bulk", calls, calls);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelling() {
        double before = target.metric("vllm:num_requests_running");
        var calls = Stream.of("1", "2", "3")
                .map(id -> target.sendAsync(target.chat("first-day-e-" + id, Target.body(Chats.SOLVED))))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> target.metric("vllm:num_requests_running") > before
                        || calls.stream().allMatch(call -> call.isDone()));
        double during = target.metric("vllm:num_requests_running");
        calls.forEach(call -> call.cancel(true));
        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> target.metric("vllm:num_requests_running") <= before);
        report.add("(e) cancel: num_requests_running %.0f -> %.0f after %d ms"
                .formatted(
                        during,
                        before,
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private void sweep(List<Integer> levels) throws InterruptedException {
        for (int atOnce : levels) {
            long start = System.nanoTime();
            var trials = Trial.run(target, Target.body(Chats.SOLVED), "first-day-f-" + atOnce, 3 * atOnce, atOnce);
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            var times = trials.stream()
                    .map(trial -> trial.took().toMillis())
                    .sorted()
                    .toList();
            report.add(String.format(
                    Locale.ROOT,
                    "(f) %d at once: %.1f calls/s, %.0f tokens/s, p50 %d ms, p95 %d ms",
                    atOnce,
                    trials.size() / seconds,
                    trials.stream().mapToInt(Trial::tokens).sum() / seconds,
                    times.get(times.size() / 2),
                    times.get(times.size() * 95 / 100)));
        }
    }

    private void spread(int calls) throws InterruptedException {
        var body = Target.body(Chats.SOLVED);
        body.remove("seed");
        var scores = Trial.run(target, body, "first-day-g", calls, 8).stream()
                .collect(Collectors.groupingBy(Trial::score, TreeMap::new, Collectors.counting()));
        report.add("(g) the same chat %d times: %s".formatted(calls, scores));
    }

    private static String share(List<Trial> trials, Predicate<Trial> wrong) {
        return String.format(
                Locale.ROOT, "%.1f %%", 100.0 * trials.stream().filter(wrong).count() / trials.size());
    }
}
