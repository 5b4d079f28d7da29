package dev.dictamen.simulator.options;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.engine.SchedulingPolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a flag takes, and what its text is read as. */
enum FlagType {
    TEXT,
    WHOLE,
    NOT_NEGATIVE,
    POSITIVE,
    DECIMAL,
    DURATION,
    SWITCH,
    POLICY,
    DISTRIBUTION,
    CALCULATOR,
    FAULTS;

    /**
     * The value of a text.
     *
     * @throws IllegalArgumentException saying what the flag takes
     */
    Object read(String text) {
        return switch (this) {
            case TEXT -> text;
            case WHOLE -> wholeFrom(Integer.MIN_VALUE, text);
            case NOT_NEGATIVE -> wholeFrom(0, text);
            case POSITIVE -> wholeFrom(1, text);
            case DECIMAL -> decimal(text);
            case DURATION -> GoDuration.parse(text);
            case SWITCH -> Boolean.valueOf(oneOf("true", "false", text));
            case POLICY ->
                SchedulingPolicy.valueOf(
                        oneOf("fcfs", "priority", text.toLowerCase(Locale.ROOT)).toUpperCase(Locale.ROOT));
            case DISTRIBUTION -> oneOf("normal", "lognormal", text);
            case CALCULATOR -> oneOf("constant", "per-token", text);
            case FAULTS -> faults(text);
        };
    }

    private static int wholeFrom(int least, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException("must be at least " + least + ", got " + text);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("takes a whole number, got '" + text + "'", e);
        }
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("takes a number, got '" + text + "'", e);
        }
    }

    private static String oneOf(String one, String other, String text) {
        if (!List.of(one, other).contains(text)) {
            throw new IllegalArgumentException("takes " + one + " or " + other + ", got '" + text + "'");
        }
        return text;
    }

    private static Fault[] faults(String text) {
        return Stream.of(text.split(","))
                .filter(name -> !name.isBlank())
                .map(Fault::of)
                .toArray(Fault[]::new);
    }
}
