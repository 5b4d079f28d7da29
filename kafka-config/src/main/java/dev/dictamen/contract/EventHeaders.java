package dev.dictamen.contract;

/**
 * Names of the record headers: CloudEvents 1.0 in Kafka's binary content mode (cloudevents/spec,
 * bindings/kafka-protocol-binding.md §3.2), W3C Trace Context, and ours.
 */
public final class EventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";
    /** The run that a replayed chat belongs to; absent means {@link Evaluation#LIVE_RUN}. */
    public static final String RUN_ID = "dictamen_runid";
    /** How a replayed chat is asked: a {@code contract.replay.Ask} as JSON; absent means as live chats are. */
    public static final String ASK = "dictamen_ask";
    /** Whether a replayed chat's verdict stands beside the live one or replaces it: a {@code ReplayOrder.Mode} as a word. */
    public static final String MODE = "dictamen_mode";

    private EventHeaders() {}
}
