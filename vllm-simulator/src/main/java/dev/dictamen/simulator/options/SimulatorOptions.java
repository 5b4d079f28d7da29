package dev.dictamen.simulator.options;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.engine.FaultPlan;
import dev.dictamen.simulator.engine.Latency;
import dev.dictamen.simulator.engine.SchedulingPolicy;
import dev.dictamen.simulator.verdict.PromptJudge;
import dev.dictamen.simulator.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    private final Map<Flag, String> values;
    private final Latency latency;
    private final FaultPlan faults;

    private SimulatorOptions(Map<Flag, String> values) {
        this.values = Collections.unmodifiableMap(values);
        this.latency = readLatency();
        this.faults = readFaults();
        check();
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
        var changed = new EnumMap<>(values);
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
        return values.getOrDefault(flag, flag.defaultValue());
    }

    public int integer(Flag flag) {
        try {
            return Integer.parseInt(get(flag));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(flag.flagName() + " takes a whole number, got '" + get(flag) + "'", e);
        }
    }

    public boolean isOn(Flag flag) {
        return switch (get(flag)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(flag.flagName() + " takes true or false, got '" + get(flag) + "'");
        };
    }

    public Duration duration(Flag flag) {
        try {
            return GoDuration.parse(get(flag));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(flag.flagName() + ": " + e.getMessage(), e);
        }
    }

    public SchedulingPolicy schedulingPolicy() {
        return switch (get(Flag.SCHEDULING_POLICY).toLowerCase(Locale.ROOT)) {
            case "fcfs" -> SchedulingPolicy.FCFS;
            case "priority" -> SchedulingPolicy.PRIORITY;
            default ->
                throw new IllegalArgumentException(
                        "scheduling-policy takes fcfs or priority, got '" + get(Flag.SCHEDULING_POLICY) + "'");
        };
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

    /** The verdict on a prompt: by rules, or the fixed one. */
    public Verdict verdict(List<String> userTexts) {
        var fixed = get(Flag.FIXED_VERDICT);
        return fixed.isEmpty() ? PromptJudge.judge(userTexts) : PromptJudge.fixed(fixed);
    }

    private Latency readLatency() {
        return new Latency(
                new Latency.Spread(duration(Flag.TIME_TO_FIRST_TOKEN), duration(Flag.TIME_TO_FIRST_TOKEN_STD_DEV)),
                new Latency.Spread(duration(Flag.INTER_TOKEN_LATENCY), duration(Flag.INTER_TOKEN_LATENCY_STD_DEV)),
                new Latency.Prefill(
                        get(Flag.LATENCY_CALCULATOR).equals("per-token"),
                        duration(Flag.PREFILL_OVERHEAD),
                        duration(Flag.PREFILL_TIME_PER_TOKEN),
                        duration(Flag.PREFILL_TIME_STD_DEV)),
                decimal(Flag.TIME_FACTOR_UNDER_LOAD),
                get(Flag.LATENCY_DISTRIBUTION).equals("lognormal") ? decimal(Flag.LATENCY_SIGMA) : 0);
    }

    private FaultPlan readFaults() {
        List<Fault> types = Stream.of(get(Flag.FAILURE_TYPES).split(","))
                .filter(name -> !name.isBlank())
                .map(Fault::of)
                .toList();
        return new FaultPlan(
                decimal(Flag.FAILURE_INJECTION_RATE),
                types,
                isOn(Flag.FAILURE_FIRST_ATTEMPT_ONLY),
                get(Flag.FAILURE_ONLY_CONTAINING),
                integer(Flag.SEED));
    }

    private double decimal(Flag flag) {
        try {
            return Double.parseDouble(get(flag));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(flag.flagName() + " takes a number, got '" + get(flag) + "'", e);
        }
    }

    /** Reads every value once, so that a wrong one stops the start and not a call. */
    private void check() {
        atLeast(0, Flag.PORT);
        atLeast(1, Flag.MAX_NUM_SEQS);
        atLeast(0, Flag.MAX_NUM_QUEUED_REQS);
        atLeast(1, Flag.MAX_MODEL_LEN);
        Stream.of(Flag.TIMEOUT_KEEP_ALIVE, Flag.STARTUP_DURATION, Flag.SHUTDOWN_TIMEOUT, Flag.SLOW_DRIP_TIME)
                .forEach(this::duration);
        Stream.of(
                        Flag.ENABLE_PROMPT_TOKENS_DETAILS,
                        Flag.ENABLE_REQUEST_ID_HEADERS,
                        Flag.ENABLE_SERVER_LOAD_TRACKING,
                        Flag.OBEDIENT,
                        Flag.HEALTHY)
                .forEach(this::isOn);
        schedulingPolicy();
        verdict(List.of());
        oneOf("constant", "per-token", Flag.LATENCY_CALCULATOR);
        oneOf("normal", "lognormal", Flag.LATENCY_DISTRIBUTION);
    }

    private void oneOf(String one, String other, Flag flag) {
        if (!List.of(one, other).contains(get(flag))) {
            throw new IllegalArgumentException(
                    flag.flagName() + " takes " + one + " or " + other + ", got '" + get(flag) + "'");
        }
    }

    private void atLeast(int least, Flag flag) {
        if (integer(flag) < least) {
            throw new IllegalArgumentException(flag.flagName() + " must be at least " + least + ", got " + get(flag));
        }
    }
}
