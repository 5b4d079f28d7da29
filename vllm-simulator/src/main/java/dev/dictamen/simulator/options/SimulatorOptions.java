package dev.dictamen.simulator.options;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.engine.FaultPlan;
import dev.dictamen.simulator.engine.Latency;
import dev.dictamen.simulator.engine.SchedulingPolicy;
import dev.dictamen.simulator.verdict.ScoreDrift;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator behaves: the flags of the command line, checked. Immutable.
 *
 * <pre>{@code
 * SimulatorOptions.of("--port=0", "--max-num-seqs=64", "--time-to-first-token=100ms")
 * SimulatorOptions.instant().with("--failure-types=null_content", "--failure-first-attempt-only")
 * }</pre>
 */
public final class SimulatorOptions {
    private final Map<Flag, String> texts;
    private final Map<Flag, Object> values = new EnumMap<>(Flag.class);
    private final Latency latency;
    private final FaultPlan faults;
    private final ScoreDrift drift;

    private SimulatorOptions(Map<Flag, String> texts) {
        this.texts = texts;
        texts.forEach((flag, text) -> values.put(flag, flag.read(text)));
        this.latency = readLatency();
        this.faults = readFaults();
        this.drift = new ScoreDrift(decimal(Flag.SCORE_DRIFT));
    }

    /**
     * The defaults with these flags on top. A flag is {@code --name=value}, {@code --name value} or, for true, {@code --name}.
     *
     * @throws IllegalArgumentException a flag is unknown or its value is not what it takes; the message names it
     */
    public static SimulatorOptions of(String... flags) {
        var defaults = new EnumMap<Flag, String>(Flag.class);
        for (var flag : Flag.values()) {
            defaults.put(flag, flag.defaultValue());
        }
        return new SimulatorOptions(defaults).with(flags);
    }

    /** For tests: any free port, no latency. */
    public static SimulatorOptions instant() {
        return of("--port=0", "--time-to-first-token=0ms", "--inter-token-latency=0ms");
    }

    /** These options with some flags changed; the same rules as {@link #of}. */
    public SimulatorOptions with(String... flags) {
        var changed = new EnumMap<>(texts);
        for (int i = 0; i < flags.length; i++) {
            if (!flags[i].startsWith("--")) {
                throw new IllegalArgumentException("expected --flag, got '" + flags[i] + "'");
            }
            var parts = flags[i].substring(2).split("=", 2);
            boolean valueFollows = parts.length == 1 && i + 1 < flags.length && !flags[i + 1].startsWith("--");
            changed.put(Flag.of(parts[0]), parts.length == 2 ? parts[1] : valueFollows ? flags[++i] : "true");
        }
        return new SimulatorOptions(changed);
    }

    /** As {@link #with}, for a simulator that already runs. */
    public SimulatorOptions withChanged(String... flags) {
        var changed = with(flags);
        for (var flag : Flag.values()) {
            if (!flag.isChangeable() && !changed.get(flag).equals(get(flag))) {
                throw new IllegalArgumentException(flag.flagName() + " cannot be changed at run time");
            }
        }
        return changed;
    }

    /** A flag's value as it was written. */
    public String get(Flag flag) {
        return texts.getOrDefault(flag, flag.defaultValue());
    }

    public int integer(Flag flag) {
        return value(flag, Integer.class);
    }

    public boolean isOn(Flag flag) {
        return value(flag, Boolean.class);
    }

    public Duration duration(Flag flag) {
        return value(flag, Duration.class);
    }

    public SchedulingPolicy schedulingPolicy() {
        return value(Flag.SCHEDULING_POLICY, SchedulingPolicy.class);
    }

    @Nullable
    public Path journalFile() {
        return get(Flag.JOURNAL_FILE).isEmpty() ? null : Path.of(get(Flag.JOURNAL_FILE));
    }

    public Latency latency() {
        return latency;
    }

    public FaultPlan faults() {
        return faults;
    }

    public ScoreDrift drift() {
        return drift;
    }

    private Latency readLatency() {
        return new Latency(
                new Latency.Spread(duration(Flag.TIME_TO_FIRST_TOKEN), duration(Flag.TIME_TO_FIRST_TOKEN_STD_DEV)),
                new Latency.Spread(duration(Flag.INTER_TOKEN_LATENCY), duration(Flag.INTER_TOKEN_LATENCY_STD_DEV)),
                new Latency.Prefill(
                        value(Flag.LATENCY_CALCULATOR, String.class).equals("per-token"),
                        duration(Flag.PREFILL_OVERHEAD),
                        duration(Flag.PREFILL_TIME_PER_TOKEN),
                        duration(Flag.PREFILL_TIME_STD_DEV)),
                decimal(Flag.TIME_FACTOR_UNDER_LOAD),
                value(Flag.LATENCY_DISTRIBUTION, String.class).equals("lognormal") ? decimal(Flag.LATENCY_SIGMA) : 0);
    }

    private FaultPlan readFaults() {
        return new FaultPlan(
                decimal(Flag.FAILURE_INJECTION_RATE),
                List.of(value(Flag.FAILURE_TYPES, Fault[].class)),
                isOn(Flag.FAILURE_FIRST_ATTEMPT_ONLY),
                get(Flag.FAILURE_ONLY_CONTAINING),
                integer(Flag.SEED));
    }

    private double decimal(Flag flag) {
        return value(flag, Double.class);
    }

    private <T> T value(Flag flag, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(flag)));
    }
}
