package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Word;
import dev.dictamen.worker.verdict.Salvage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts which way verdicts were reached and what had to be mended in them. Every meter exists from the start, at zero. */
@Component
class VerdictMetrics {
    /** The way to a verdict; where there was more than one step, the last. */
    enum Path implements Word {
        CLEAN,
        SALVAGED,
        REPAIRED,
        RESAMPLED,
        FAILED,
        REUSED,
        RULES
    }

    private final MeterRegistry meters;

    VerdictMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var path : Path.values()) {
            verdicts(path);
        }
        for (var kind : Salvage.values()) {
            salvages(kind);
        }
    }

    void count(Path path) {
        verdicts(path).increment();
    }

    void count(List<Salvage> mended) {
        mended.forEach(kind -> salvages(kind).increment());
    }

    private Counter verdicts(Path path) {
        return meters.counter("evaluation.verdict", "path", path.word());
    }

    private Counter salvages(Salvage kind) {
        return meters.counter("evaluation.salvage", "kind", kind.word());
    }
}
