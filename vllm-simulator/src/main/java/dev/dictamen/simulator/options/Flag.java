package dev.dictamen.simulator.options;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flags: names of vLLM and llm-d-inference-sim where they have one. */
public enum Flag {
    PORT("8000", FlagType.NOT_NEGATIVE, "port to listen on; 0 = any free one, printed as port=N"),
    HOST("", FlagType.TEXT, "address to bind; empty = loopback"),
    SERVED_MODEL_NAME("openai/gpt-oss-20b", FlagType.TEXT, "the model's id; any other is answered 404"),
    API_KEY("", FlagType.TEXT, "bearer key that /v1 asks for; empty = none"),
    MAX_MODEL_LEN("32768", FlagType.POSITIVE, "context window in tokens; a longer prompt is answered 400"),
    SEED("1", FlagType.WHOLE, "seed of latencies and of faults by rate"),
    SCHEDULING_POLICY("fcfs", FlagType.POLICY, "order of the waiting queue: fcfs or priority"),
    TIMEOUT_KEEP_ALIVE("5s", FlagType.DURATION, "an idle connection is closed after this time"),
    STARTUP_DURATION("0s", FlagType.DURATION, "loading: connections are refused for this time"),
    SHUTDOWN_TIMEOUT("0s", FlagType.DURATION, "how long a stop waits for what runs; 0 = abort it at once"),
    JOURNAL_FILE("", FlagType.TEXT, "file that the journal is appended to; empty = memory only"),
    ENABLE_PROMPT_TOKENS_DETAILS("true", FlagType.SWITCH, "whether usage says how many prompt tokens were cached"),
    ENABLE_REQUEST_ID_HEADERS("false", FlagType.SWITCH, "whether X-Request-Id is sent back"),
    ENABLE_SERVER_LOAD_TRACKING("true", FlagType.SWITCH, "whether /load counts"),
    MAX_NUM_SEQS("192", FlagType.POSITIVE, "slots", true),
    MAX_NUM_QUEUED_REQS("100000", FlagType.NOT_NEGATIVE, "places in the waiting queue; one more is answered 503", true),
    TIME_TO_FIRST_TOKEN("150ms", FlagType.DURATION, "mean time to the first token", true),
    TIME_TO_FIRST_TOKEN_STD_DEV("0ms", FlagType.DURATION, "its standard deviation", true),
    INTER_TOKEN_LATENCY("8ms", FlagType.DURATION, "mean time per output token, alone on the replica", true),
    INTER_TOKEN_LATENCY_STD_DEV("0ms", FlagType.DURATION, "its standard deviation", true),
    TIME_FACTOR_UNDER_LOAD("5.6", FlagType.DECIMAL, "times this with every slot taken; at least 1.0", true),
    LATENCY_DISTRIBUTION(
            "normal", FlagType.DISTRIBUTION, "normal, or lognormal: a long tail, at most 12 times the mean", true),
    LATENCY_SIGMA("0.6", FlagType.DECIMAL, "sigma of the log-normal factor", true),
    LATENCY_CALCULATOR("constant", FlagType.CALCULATOR, "constant, or per-token: prefill by the prompt's length", true),
    PREFILL_OVERHEAD("150ms", FlagType.DURATION, "fixed part of a per-token prefill", true),
    PREFILL_TIME_PER_TOKEN("30us", FlagType.DURATION, "per prompt token", true),
    PREFILL_TIME_STD_DEV("0ms", FlagType.DURATION, "its standard deviation", true),
    FAILURE_INJECTION_RATE(
            "100", FlagType.DECIMAL, "percent of calls that go wrong while there are failure types", true),
    FAILURE_TYPES("", FlagType.FAULTS, "comma separated fault names; one is drawn per call; empty = none", true),
    FAILURE_FIRST_ATTEMPT_ONLY("false", FlagType.SWITCH, "spare calls whose X-Request-Id ends in /2 or more", true),
    FAILURE_ONLY_CONTAINING("", FlagType.TEXT, "spare calls whose user messages lack this text", true),
    SLOW_DRIP_TIME("60s", FlagType.DURATION, "how long the body of a slow_drip takes", true),
    SCORE_DRIFT(
            "0", FlagType.DECIMAL, "percent of chats graded one better or worse, others in each way of asking", true),
    OBEDIENT("false", FlagType.SWITCH, "obey every known order that arrives outside the delimited data", true),
    HEALTHY("true", FlagType.SWITCH, "false = /health answers 503", true);

    private final String defaultValue;
    private final FlagType type;
    private final String help;
    private final boolean changeable;

    Flag(String defaultValue, FlagType type, String help) {
        this(defaultValue, type, help, false);
    }

    Flag(String defaultValue, FlagType type, String help, boolean changeable) {
        this.defaultValue = defaultValue;
        this.type = type;
        this.help = help;
        this.changeable = changeable;
    }

    /** The name without dashes in front: {@code max-num-seqs}. */
    public String flagName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String defaultValue() {
        return defaultValue;
    }

    /**
     * What a text means as this flag's value.
     *
     * @throws IllegalArgumentException naming the flag and what it takes
     */
    Object read(String text) {
        try {
            return type.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(flagName() + ": " + e.getMessage(), e);
        }
    }

    /** Whether {@code POST /admin/config} may change it. */
    boolean isChangeable() {
        return changeable;
    }

    static Flag of(String name) {
        return Stream.of(values())
                .filter(flag -> flag.flagName().equals(name.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown flag '" + name + "'"));
    }

    public static String helpText() {
        return Stream.of(values())
                .map(flag -> "  --%-30s %s (default '%s'%s)"
                        .formatted(
                                flag.flagName(), flag.help, flag.defaultValue, flag.changeable ? "; changeable" : ""))
                .collect(Collectors.joining("\n"));
    }
}
