package dev.dictamen.worker.evaluate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Verdicts of this process, remembered by what they depend on: the chat as the judge saw it, the prompt and how its words
 * were drawn. A copy of a chat is judged once. The judge's raw answers are not kept: they would be most of the memory.
 */
@Component
class VerdictCache {
    private final Cache<String, Remembered> verdicts;
    private final QuestionWriter questions;

    VerdictCache(EvaluationProperties properties, QuestionWriter questions) {
        verdicts = Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
        this.questions = questions;
    }

    Optional<Remembered> find(Transcript transcript) {
        return Optional.ofNullable(verdicts.getIfPresent(key(transcript)));
    }

    void remember(Transcript transcript, Remembered verdict) {
        verdicts.put(key(transcript), verdict);
    }

    private String key(Transcript transcript) {
        var parts = String.join(
                "\0",
                transcript.json(),
                transcript.figures(),
                questions.prompt().hash(),
                questions.settings());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A verdict with its flags, and who gave it. */
    record Remembered(Verdict verdict, JudgedBy judgedBy) {}
}
