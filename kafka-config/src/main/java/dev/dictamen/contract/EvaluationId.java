package dev.dictamen.contract;

/** The deterministic id of an evaluation: 32 lower-case hex digits, safe in a header, a URL and a file name. */
public final class EvaluationId {
    private static final int DIGITS = 32;

    private EvaluationId() {}

    /** The id of one revision of a chat in one run. Equal arguments give equal ids, on every machine. */
    public static String of(String chatId, long revision, String runId) {
        return Sha256.hex(chatId + '\0' + revision + '\0' + runId).substring(0, DIGITS);
    }
}
