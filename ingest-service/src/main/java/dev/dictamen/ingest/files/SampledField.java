package dev.dictamen.ingest.files;

import dev.dictamen.ingest.jsonl.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A field of some records.
 *
 * @param path as a mapping writes it
 * @param records how many records were looked at
 * @param values what stands there
 */
record SampledField(String path, int records, List<JsonNode> values) {
    private static final int DEEPEST = 3;
    private static final int FEW = 12;

    /** The fields of these records that hold values, inner ones too, in their order. */
    static List<SampledField> of(List<JsonNode> records) {
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        records.forEach(record -> collect(record, "", 1, values));
        return values.entrySet().stream()
                .map(entry -> new SampledField(entry.getKey(), records.size(), entry.getValue()))
                .toList();
    }

    private static void collect(JsonNode node, String before, int depth, Map<String, List<JsonNode>> values) {
        for (var entry : node.properties()) {
            var path = before + entry.getKey();
            var value = FileValues.plain(entry.getValue());
            if (value.isObject() && depth < DEEPEST) {
                collect(value, path + ".", depth + 1, values);
            } else if (value.isValueNode() && !value.isNull()) {
                values.computeIfAbsent(path, _ -> new ArrayList<>()).add(value);
            }
        }
    }

    /** Its last key, in lower case. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    boolean isEverywhere() {
        return values.size() == records;
    }

    double meanLength() {
        return values.stream()
                        .filter(JsonNode::isString)
                        .mapToInt(value -> value.asString().length())
                        .sum()
                / (double) Math.max(1, records);
    }

    /** Whether most of its values are times, with a zone or without. */
    boolean isTime() {
        long times = values.stream().filter(SampledField::isTime).count();
        return !values.isEmpty() && times * 2 > values.size();
    }

    private static boolean isTime(JsonNode value) {
        return Times.read(value) != null || isDated(value.asString(""));
    }

    private static boolean isDated(String text) {
        return text.matches("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*\\d{1,2}:\\d{2}.*");
    }

    /** Whether its times lack a zone. */
    boolean lacksZone() {
        return isTime() && values.stream().anyMatch(value -> Times.read(value) == null);
    }

    Set<String> distinct() {
        var distinct = new TreeSet<String>();
        values.forEach(value -> distinct.add(value.asString("")));
        return distinct;
    }

    boolean hasFewValues() {
        int distinct = distinct().size();
        return distinct > 0 && distinct <= FEW && (distinct < values.size() || values.size() < FEW);
    }
}
