package dev.dictamen.ingest.quote;

import dev.dictamen.contract.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first 64 bits of a SHA-256: stands for what is too long to be kept a million times. Two of a million different ones are equal
 * with a probability of 3 in 100 millions.
 */
final class Fingerprint {
    private Fingerprint() {}

    /** Of a chat. */
    static long of(String chatId) {
        return hash(chatId);
    }

    /** Of a chat as it was closed once. */
    static long of(String chatId, long revision) {
        return hash(chatId + '\0' + revision);
    }

    /** Of a chat as it was closed once, asked in one way. */
    static long of(String chatId, long revision, String askedHash) {
        return hash(chatId + '\0' + revision + '\0' + askedHash);
    }

    /** A lot: the same for the same chat and seed, wherever and whenever it is drawn. */
    static long lot(String chatId, long seed) {
        return hash(seed + "\0" + chatId);
    }

    private static long hash(String text) {
        var digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }
}
