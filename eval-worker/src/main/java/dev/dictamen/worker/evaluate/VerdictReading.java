package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Verdict;
import java.util.List;

/** What reading an answer came to. */
sealed interface VerdictReading {
    /** Every rule holds. */
    record Valid(Verdict verdict) implements VerdictReading {}

    /** The rules that are broken, in Spanish, exact enough to be sent back; never chat text. */
    record Invalid(List<String> errors) implements VerdictReading {}
}
