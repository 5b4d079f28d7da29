package dev.dictamen.ingest.found;

import dev.dictamen.contract.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source may state of how a chat went, each under its word among the chat's attributes. What was written is read as such a
 * fact or is none; an absent one is not known, never a default.
 */
public enum StatedFact implements Word {
    /** The customer's satisfaction, 1 to 5. */
    CSAT,
    /** Whether the customer was helped: {@code true} or {@code false}. */
    RESOLVED,
    /** What the customer wanted, by the source's own name for it. */
    INTENT,
    /** Under what the source files the chat. */
    CONTEXT,
    /** Seconds from its first message to its last, up to ten years. */
    DURATION_SEC;

    private static final List<String> CSAT_SPELLINGS = List.of(
            "csat",
            "csat_score",
            "csat_rating",
            "csat_estimated",
            "csat_estimated_1_5",
            "satisfaction",
            "satisfaction_score",
            "customer_satisfaction",
            "customer_satisfaction_score");
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal LEAST_CSAT = BigDecimal.ONE;
    private static final BigDecimal MOST_CSAT = BigDecimal.valueOf(5);
    private static final BigDecimal TEN_YEARS = BigDecimal.valueOf(10 * 366 * 86_400L);

    /** The keys under which sources write it; its own word first. */
    public List<String> spellings() {
        return switch (this) {
            case CSAT -> CSAT_SPELLINGS;
            case DURATION_SEC -> List.of("duration_sec", "duration_seconds");
            case RESOLVED, INTENT, CONTEXT -> List.of(word());
        };
    }

    /** What these attributes say. */
    public Optional<String> in(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(word())).flatMap(this::read);
    }

    /** The same where it is a number. */
    public @Nullable Double numberIn(Map<String, String> attributes) {
        return in(attributes).map(Double::valueOf).orElse(null);
    }

    /** What is written, in the one form in which attributes keep it; nothing where it is no such fact. */
    public Optional<String> read(String written) {
        return switch (this) {
            case CSAT -> number(written, LEAST_CSAT, MOST_CSAT);
            case RESOLVED -> yesOrNo(written);
            case INTENT, CONTEXT -> Optional.of(written).filter(text -> !text.isBlank());
            case DURATION_SEC -> number(written, BigDecimal.ZERO, TEN_YEARS);
        };
    }

    private static Optional<String> number(String written, BigDecimal least, BigDecimal most) {
        return decimal(written.strip())
                .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .filter(plain -> plain.length() <= LONGEST_NUMBER);
    }

    private static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> yesOrNo(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "sí", "si", "1" -> Optional.of("true");
            case "false", "no", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
