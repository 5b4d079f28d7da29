package dev.dictamen.worker.verdict;

import dev.dictamen.contract.Verdict;
import java.util.List;

/** What reading an answer came to. */
public sealed interface VerdictReading {
    /** Every rule holds, for some after mending, each mend once for every time it was needed. */
    record Valid(Verdict verdict, List<Salvage> mended) implements VerdictReading {
        public Valid {
            mended = List.copyOf(mended);
        }
    }

    /** The rules that are broken, in Spanish, exact enough to be sent back; never chat text. */
    record Invalid(List<String> errors) implements VerdictReading {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
