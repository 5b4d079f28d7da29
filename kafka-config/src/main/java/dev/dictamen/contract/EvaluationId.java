package dev.dictamen.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The deterministic id of an evaluation: 32 lower-case hex digits, safe in a header, a URL and a file name. */
public final class EvaluationId {
    private static final int BYTES = 16;

    private EvaluationId() {}

    /** The id of one revision of a chat in one run. Equal arguments give equal ids, on every machine. */
    public static String of(String chatId, long revision, String runId) {
        var identity = chatId + '\0' + revision + '\0' + runId;
        return HexFormat.of().formatHex(sha256(identity.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
