package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A constant of an enum that has a word of its own on the wire, in tables, metrics and the browser: its name in lower case.
 * JSON is written and read by that word.
 */
public interface Word {
    /** The constant's Java name; every enum has it. */
    String name();

    /** The constant's word, for example {@code half_open}. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of {@code type} that has this word, spelt exactly; empty where there is none. */
    static <E extends Enum<E> & Word> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }
}
