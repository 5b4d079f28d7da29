package dev.dictamen.simulator.replica;

import dev.dictamen.simulator.answer.CompletionBody;
import dev.dictamen.simulator.engine.Engine;
import dev.dictamen.simulator.engine.Timers;
import dev.dictamen.simulator.journal.Journal;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.options.SimulatorVersion;
import java.time.Clock;
import java.util.Locale;

/** The parts of one simulated replica, all of them confined to its event loop except the journal. */
public final class Replica {
    private final int port;
    private final Clock clock;
    private final Journal journal;
    private final Engine engine;
    private final Metrics metrics;
    private final CompletionBody body;
    private final PrefixCache prefixes = new PrefixCache();
    private SimulatorOptions options;

    public Replica(int port, SimulatorOptions options, Timers timers, Journal journal, Clock clock) {
        this.port = port;
        this.clock = clock;
        this.options = options;
        this.journal = journal;
        this.engine = new Engine(
                timers,
                options.schedulingPolicy(),
                options.integer(Flag.MAX_NUM_SEQS),
                options.integer(Flag.MAX_NUM_QUEUED_REQS));
        this.metrics = new Metrics(model());
        this.body = new CompletionBody(
                model(), SimulatorVersion.fingerprint(options), options.isOn(Flag.ENABLE_PROMPT_TOKENS_DETAILS));
    }

    /** Takes changed options; the flags that are not changeable keep their effect from the start. */
    public void reconfigure(SimulatorOptions changed) {
        options = changed;
        engine.resize(changed.integer(Flag.MAX_NUM_SEQS), changed.integer(Flag.MAX_NUM_QUEUED_REQS));
    }

    /** The load as an ORCA header in TEXT or JSON; empty when neither is asked for. */
    String loadHeader(String format) {
        var cache = metrics.cacheUsage();
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "TEXT" ->
                "TEXT named_metrics.kv_cache_usage_perc=%s, named_metrics.num_requests_waiting=%s"
                        .formatted(cache, (double) engine.waiting());
            case "JSON" ->
                "JSON {\"named_metrics\": {\"kv_cache_usage_perc\": %s, \"num_requests_waiting\": %s}}"
                        .formatted(cache, (double) engine.waiting());
            default -> "";
        };
    }

    public int port() {
        return port;
    }

    /** Tells the time of day. */
    public Clock clock() {
        return clock;
    }

    public String model() {
        return options.get(Flag.SERVED_MODEL_NAME);
    }

    public SimulatorOptions options() {
        return options;
    }

    public Engine engine() {
        return engine;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Journal journal() {
        return journal;
    }

    CompletionBody body() {
        return body;
    }

    PrefixCache prefixes() {
        return prefixes;
    }
}
