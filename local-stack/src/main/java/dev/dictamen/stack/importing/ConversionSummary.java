package dev.dictamen.stack.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ingest-service's reader says of a foreign file at its end.
 *
 * @param format the mapping by which it was read
 * @param leftOut how many chats were left out, by why
 * @param examples some of the times that could not be read
 * @param lacksZone whether some of these only need a zone
 * @param broken why reading stopped before the end; null where it did not
 */
record ConversionSummary(
        String format,
        Map<String, Long> leftOut,
        long unreadTimes,
        List<String> examples,
        boolean lacksZone,
        @Nullable String broken) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static ConversionSummary read(String json) {
        return JSON.readValue(json, ConversionSummary.class);
    }
}
