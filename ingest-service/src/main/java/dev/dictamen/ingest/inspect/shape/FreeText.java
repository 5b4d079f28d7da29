package dev.dictamen.ingest.inspect.shape;

import java.util.List;

/** Tells what people wrote from codes, addresses, file names and data that machines keep. */
public final class FreeText {
    private FreeText() {}

    /** The share of the values that are there which read like sentences: several words, and no JSON, address or serialized data. */
    public static double share(List<String> values) {
        var there = values.stream().filter(value -> !value.isBlank()).toList();
        return there.isEmpty()
                ? 0
                : (double) there.stream().filter(FreeText::isSentence).count() / there.size();
    }

    /** How many different texts there are for each row with a text, 0 to 1: near 0 for what a machine says again and again. */
    public static double variety(List<String> values) {
        var there = values.stream().filter(value -> !value.isBlank()).toList();
        return there.isEmpty() ? 0 : (double) there.stream().distinct().count() / there.size();
    }

    private static boolean isSentence(String value) {
        boolean isData = value.startsWith("{")
                || value.startsWith("[{")
                || value.startsWith("a:")
                || value.matches("(?s)https?://\\S*")
                || value.matches("(?s)(Mozilla|Opera)/.*");
        return !isData && value.strip().split("\\s+", 3).length > 1;
    }
}
