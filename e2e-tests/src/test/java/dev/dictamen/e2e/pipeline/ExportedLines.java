package dev.dictamen.e2e.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a comparison's export: each a map of a field's name to its text, empty where there is none. */
final class ExportedLines {
    private ExportedLines() {}

    static List<Map<String, String>> ofJsonl(String export) {
        var fields = new TypeReference<LinkedHashMap<String, Object>>() {};
        return export.lines()
                .map(line -> texts(JsonMapper.shared().readValue(line, fields)))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Object> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
        return texts;
    }

    /** As RFC 4180 has it, its first record naming the fields. */
    static List<Map<String, String>> ofCsv(String export) {
        var records = records(export);
        var names = records.getFirst();
        return records.stream().skip(1).map(record -> named(names, record)).toList();
    }

    private static Map<String, String> named(List<String> names, List<String> cells) {
        var fields = new LinkedHashMap<String, String>();
        IntStream.range(0, names.size()).forEach(index -> fields.put(names.get(index), cells.get(index)));
        return fields;
    }

    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean isDoubled = isQuoted && text.startsWith("\"\"", at);
            if (isDoubled) {
                at++;
            }
            if (next == '"' && !isDoubled) {
                isQuoted = !isQuoted;
            } else if (isQuoted || (next != ',' && next != '\r' && next != '\n')) {
                cell.append(next);
            } else if (next != '\r') {
                record.add(cell.toString());
                cell.setLength(0);
            }
            if (!isQuoted && next == '\n') {
                records.add(List.copyOf(record));
                record.clear();
            }
        }
        return records;
    }
}
