package dev.dictamen.ingest.redact;

import dev.dictamen.contract.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which kinds of personal data are replaced; an unknown one stops the start.
 *
 * @param kinds names of {@link Kind}, from {@code PII_REDACTION} (comma separated), or {@code none} alone
 */
@ConfigurationProperties("redaction")
record RedactionProperties(List<String> kinds) {
    private static final String NONE = "none";

    RedactionProperties {
        kinds = List.copyOf(kinds == null ? List.of() : kinds);
        enabled(kinds);
    }

    List<Kind> enabled() {
        return enabled(kinds);
    }

    private static List<Kind> enabled(List<String> words) {
        if (words.equals(List.of(NONE))) {
            return List.of();
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("PII_REDACTION is empty; none switches it off, known kinds: " + known());
        }
        return words.stream().map(RedactionProperties::kind).distinct().toList();
    }

    private static Kind kind(String word) {
        return Word.of(Kind.class, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "PII_REDACTION: unknown kind \"" + word + "\"; known kinds: " + known() + ", or none alone"));
    }

    private static String known() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
