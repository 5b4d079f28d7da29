package dev.dictamen.ingest.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where values stand in a record. In YAML: keys joined by dots; {@code *} means every element of a list, a number one of them; of several
 * paths joined by {@code |} the first counts where something stands.
 */
record ValuePath(List<List<String>> alternatives) {
    private static final Map<String, ValuePath> KNOWN = new ConcurrentHashMap<>();

    static ValuePath of(String written) {
        return KNOWN.computeIfAbsent(written, ValuePath::parse);
    }

    private static ValuePath parse(String written) {
        return new ValuePath(Arrays.stream(written.split("\\|"))
                .map(path -> List.of(path.strip().split("\\.")))
                .toList());
    }

    /** The values there, in their order, nulls left out. */
    List<JsonNode> in(JsonNode record) {
        for (var path : alternatives) {
            var found = at(record, path);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The path as a person is told it: its first name. */
    static String shown(String written) {
        var first = written.split("\\|")[0].strip();
        return first.length() == written.length() ? first : first + " (or another name of it)";
    }

    /** The first steps of all alternatives. */
    Stream<String> beginnings() {
        return alternatives.stream().map(List::getFirst);
    }

    static List<JsonNode> at(JsonNode record, List<String> path) {
        var found = new ArrayList<JsonNode>();
        collect(record, path, found);
        return found;
    }

    private static void collect(JsonNode node, List<String> path, List<JsonNode> found) {
        if (path.isEmpty()) {
            if (!node.isNull() && !isBlank(node)) {
                found.add(node);
            }
            return;
        }
        var step = path.getFirst();
        var rest = path.subList(1, path.size());
        if (step.equals("*")) {
            node.forEach(element -> collect(element, rest, found));
            return;
        }
        var next = node.isArray() && isNumber(step) ? node.get(Integer.parseInt(step)) : node.get(step);
        if (next != null) {
            collect(next, rest, found);
        }
    }

    private static boolean isBlank(JsonNode node) {
        return node.isString() && node.asString().isBlank();
    }

    private static boolean isNumber(String step) {
        return step.length() < 6 && step.chars().allMatch(Character::isDigit);
    }
}
