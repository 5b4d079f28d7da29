package dev.dictamen.ingest.files;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The order of a chat's messages by some of their values: numbers and times by their size, other text by its letters. What has no value
 * comes first; between equals their order in the file decides.
 */
final class MessageOrder {
    private final List<String> paths;
    private final @Nullable String sentAt;

    /** @param sentAt which of the values is a message's time; null where none is */
    MessageOrder(List<String> paths, @Nullable String sentAt) {
        this.paths = paths;
        this.sentAt = sentAt;
    }

    List<JsonNode> sorted(List<JsonNode> messages) {
        if (paths.isEmpty()) {
            return messages;
        }
        return messages.stream()
                .map(message -> new Placed(
                        message, paths.stream().map(path -> key(message, path)).toList()))
                .sorted(Placed.ORDER)
                .map(Placed::message)
                .toList();
    }

    private Key key(JsonNode message, String path) {
        var found = ValuePath.of(path).in(message);
        if (found.isEmpty()) {
            return new Key(0, BigDecimal.ZERO, "");
        }
        var value = FileValues.plain(found.getFirst());
        var time = path.equals(sentAt) ? ofTime(value) : null;
        var number = time != null ? time : value.isNumber() ? value.decimalValue() : ofText(value);
        return number == null ? new Key(2, BigDecimal.ZERO, value.asString("")) : new Key(1, number, "");
    }

    private static @Nullable BigDecimal ofText(JsonNode value) {
        var text = value.asString("").strip();
        if (!text.isEmpty() && text.length() < 20 && text.chars().allMatch(Character::isDigit)) {
            return new BigDecimal(text);
        }
        return ofTime(value);
    }

    private static @Nullable BigDecimal ofTime(JsonNode value) {
        var time = FileTimes.ifTime(value);
        return time == null
                ? null
                : BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    /** @param kind nothing, a number, text */
    private record Key(int kind, BigDecimal number, String text) {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::kind).thenComparing(Key::number).thenComparing(Key::text);
    }

    private record Placed(JsonNode message, List<Key> keys) {
        private static final Comparator<Placed> ORDER = Placed::compare;

        private static int compare(Placed one, Placed other) {
            for (int i = 0; i < one.keys.size(); i++) {
                int difference = Key.ORDER.compare(one.keys.get(i), other.keys.get(i));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }
    }
}
