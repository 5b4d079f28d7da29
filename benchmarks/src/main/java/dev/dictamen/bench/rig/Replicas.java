package dev.dictamen.bench.rig;

import dev.dictamen.simulator.VllmSimulator;
import dev.dictamen.simulator.options.SimulatorOptions;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simulators of the model server inside this process, and the journals of what they were asked. */
public final class Replicas implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<VllmSimulator> running;

    private Replicas(List<VllmSimulator> running) {
        this.running = List.copyOf(running);
    }

    /** @param flags the same for all; the seed is each one's number */
    public static Replicas start(int count, String... flags) {
        return new Replicas(IntStream.range(0, count)
                .mapToObj(number -> VllmSimulator.start(SimulatorOptions.of(Stream.concat(
                                Stream.of("--port=0", "--scheduling-policy=priority", "--seed=" + number),
                                Stream.of(flags))
                        .toArray(String[]::new))))
                .toList());
    }

    /** What {@code JUDGE_REPLICAS} is set to. */
    String addresses() {
        var addresses = new ArrayList<String>();
        for (var replica : running) {
            try {
                addresses.add(Loopback.uri(replica.port()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join(",", addresses);
    }

    /** Changes flags of one of them while it runs. */
    public void configure(int number, String... flags) {
        running.get(number).configure(flags);
    }

    /** The calls that one of them has ended, of evaluations that began at or after this time. */
    public List<Call> calls(int number, Instant since) {
        return running.get(number)
                .journal()
                .lines()
                .map(line -> Call.of(JSON.readTree(line)))
                .filter(call -> !call.receivedAt.isBefore(since))
                .toList();
    }

    /** The calls of all of them. */
    public List<Call> calls(Instant since) {
        return IntStream.range(0, running.size())
                .boxed()
                .flatMap(number -> calls(number, since).stream())
                .toList();
    }

    /**
     * One call.
     *
     * @param startedAt when it got a slot, null where it never did
     * @param completed whether a right answer was written
     */
    public record Call(
            String evaluationId,
            int attempt,
            Instant receivedAt,
            @Nullable Instant startedAt,
            Instant endedAt,
            boolean completed) {
        static Call of(JsonNode line) {
            var started = line.path("startedAt");
            return new Call(
                    line.path("evaluationId").asString(),
                    line.path("attempt").asInt(),
                    Instant.parse(line.path("receivedAt").asString()),
                    started.isString() ? Instant.parse(started.asString()) : null,
                    Instant.parse(line.path("endedAt").asString()),
                    line.path("outcome").asString().equals("completed"));
        }
    }

    @Override
    public void close() {
        running.forEach(VllmSimulator::close);
    }
}
