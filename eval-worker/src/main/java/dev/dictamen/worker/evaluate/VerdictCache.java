package dev.dictamen.worker.evaluate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dictamen.contract.JudgedBy;
import dev.dictamen.contract.Sha256;
import dev.dictamen.contract.Verdict;
import dev.dictamen.worker.judge.Asking;
import dev.dictamen.worker.transcript.Figures;
import dev.dictamen.worker.transcript.Transcript;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Recent verdicts, by all that the judge was shown: the same question is not asked twice. A size of 0 remembers nothing.
 * Lost with the process. Thread-safe.
 */
@Component
class VerdictCache {
    private final Cache<String, Remembered> verdicts;
    private final boolean isOn;

    VerdictCache(EvaluationProperties properties) {
        this.verdicts =
                Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
        this.isOn = properties.cacheSize() > 0;
    }

    /** A model's verdict and who gave it. */
    record Remembered(Verdict verdict, JudgedBy judgedBy) {}

    /** SHA-256 of the transcript, the figures, and how it is asked. */
    String key(Transcript transcript, Figures figures, Asking asking) {
        return Sha256.hex(String.join("\0", transcript.json(), figures.toString(), asking.hash()));
    }

    Optional<Remembered> find(String key) {
        return Optional.ofNullable(verdicts.getIfPresent(key));
    }

    void remember(String key, Verdict verdict, JudgedBy judgedBy) {
        if (isOn) {
            verdicts.put(key, new Remembered(verdict, judgedBy));
        }
    }
}
