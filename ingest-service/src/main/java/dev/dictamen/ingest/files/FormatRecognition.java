package dev.dictamen.ingest.files;

import dev.dictamen.ingest.jsonl.Excerpt;
import dev.dictamen.ingest.mapping.Conditions;
import dev.dictamen.ingest.records.FileForm;
import dev.dictamen.ingest.records.Head;
import dev.dictamen.ingest.records.JsonRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the mapping that a file's beginning fits, and where its records stand. */
final class FormatRecognition {
    private static final int SHOWN_KEYS = 8;
    private static final int SAMPLES = 20;
    private static final List<String> ROOT = List.of();

    private final List<FileMapping> presets;

    FormatRecognition(List<FileMapping> presets) {
        this.presets = presets;
    }

    /** @param paths the keys down to the records of JSON */
    record Recognised(FileMapping mapping, List<List<String>> paths) {}

    /** The first preset that fits, looked for from the file's own values inwards. */
    Optional<Recognised> in(Head head) {
        for (var path : paths(head)) {
            for (var preset : presets) {
                if (isWrittenSo(preset, head) && fits(preset, path, head)) {
                    return Optional.of(new Recognised(preset, all(preset, path)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether files of that mapping are written in the file's form. */
    static boolean isWrittenSo(FileMapping mapping, Head head) {
        return head.form() != null
                && mapping.form().stream()
                        .anyMatch(form -> form == head.form()
                                || (form.isJson() && head.form().isJson()));
    }

    private static boolean fits(FileMapping mapping, List<String> path, Head head) {
        if (head.form() == FileForm.WHATSAPP) {
            return true;
        }
        if (!mapping.records().isEmpty() && !named(mapping).contains(path)) {
            return false;
        }
        return samples(head, path).anyMatch(record -> isRecognised(mapping, record));
    }

    private static boolean isRecognised(FileMapping mapping, JsonNode record) {
        var row = FileRow.ofChat(List.of(record));
        return mapping.recognise().stream().anyMatch(conditions -> conditions.hold(row::value));
    }

    /** Where records stand inwards, all the places that the mapping names may hold some. */
    private static List<List<String>> all(FileMapping mapping, List<String> found) {
        return mapping.records().isEmpty() || found.isEmpty()
                ? List.of(found)
                : named(mapping).stream().filter(path -> !path.isEmpty()).toList();
    }

    /** For a mapping that somebody named: the place where something fits it best. */
    static Recognised said(FileMapping mapping, Head head) {
        var named = named(mapping);
        var best = paths(head).stream()
                .filter(path -> named.isEmpty() || named.contains(path))
                .filter(path -> samples(head, path)
                        .anyMatch(record -> isRecognised(mapping, record) || hasMessages(mapping, record)))
                .findFirst();
        return new Recognised(mapping, all(mapping, best.orElse(ROOT)));
    }

    private static boolean hasMessages(FileMapping mapping, JsonNode record) {
        var messages = mapping.messages();
        if (messages == null) {
            return record.has("transcript");
        }
        var row = FileRow.ofChat(List.of(record));
        return messages.at().isEmpty()
                ? row.node(messages.text()) != null
                : messages.at().stream().anyMatch(path -> row.node(path) != null);
    }

    private static List<List<String>> named(FileMapping mapping) {
        return mapping.records().stream()
                .map(path -> path.isEmpty() ? ROOT : List.of(path.split("\\.")))
                .toList();
    }

    /** Where records may stand: the values themselves, then what lists of objects there are up to two keys inside. */
    static List<List<String>> paths(Head head) {
        var paths = new ArrayList<List<String>>();
        paths.add(ROOT);
        if (head.form() != null && head.form().isJson()) {
            head.values().forEach(value -> inwards(value, ROOT, paths));
        }
        paths.sort(Comparator.comparingInt(List::size));
        return paths.stream().distinct().toList();
    }

    private static void inwards(JsonNode value, List<String> path, List<List<String>> paths) {
        if (!value.isObject() || path.size() > 1) {
            return;
        }
        for (var entry : value.properties()) {
            var deeper = Stream.concat(path.stream(), Stream.of(entry.getKey())).toList();
            if (entry.getValue().isArray()) {
                paths.add(deeper);
            }
            inwards(entry.getValue(), deeper, paths);
        }
    }

    /** The first records at that path. */
    private static Stream<JsonNode> samples(Head head, List<String> path) {
        return head.values().stream().limit(SAMPLES).flatMap(value -> samples(value, path));
    }

    private static Stream<JsonNode> samples(JsonNode value, List<String> path) {
        JsonNode node = value;
        for (var key : path) {
            node = node.path(key);
        }
        var found = node.isArray() ? node.valueStream().limit(SAMPLES) : Stream.of(node);
        return found.filter(JsonNode::isContainer).map(JsonRecords::wrapped);
    }

    /** One sentence for a file that no preset fits. */
    String refusal(Head head, String file) {
        if (head.form() == null || head.values().isEmpty()) {
            return file + " holds neither JSON nor CSV nor WhatsApp's exported text; known formats: " + names();
        }
        var keys = keys(head);
        if (keys.isEmpty()) {
            return file + " is JSON without any record in it; known formats: " + names();
        }
        var nearest = nearest(keys);
        return "%s: its %s (%s) are of no known format (%s)%s. Draft a mapping: ./dictamen inspect %s --out format.yml; then import it with --format format.yml"
                .formatted(
                        file,
                        head.form() == FileForm.CSV ? "columns" : "records' keys",
                        keys.stream().limit(SHOWN_KEYS).map(Excerpt::value).collect(Collectors.joining(", ")),
                        names(),
                        nearest == null
                                ? ""
                                : "; nearest is " + nearest.name() + ", which needs " + needs(nearest, keys),
                        file);
    }

    private String names() {
        return presets.stream().map(FileMapping::name).collect(Collectors.joining(", "));
    }

    private static List<String> keys(Head head) {
        return paths(head).stream()
                .flatMap(path -> samples(head, path))
                .max(Comparator.comparingInt(JsonNode::size))
                .map(record ->
                        record.properties().stream().map(Map.Entry::getKey).toList())
                .orElse(List.of());
    }

    private @Nullable FileMapping nearest(List<String> keys) {
        return presets.stream()
                .filter(preset -> share(preset, keys) > 0)
                .max(Comparator.comparingDouble(preset -> share(preset, keys)))
                .orElse(null);
    }

    private static double share(FileMapping preset, List<String> keys) {
        var asked = asked(preset);
        return (double) keys.stream().filter(asked::contains).count() / Math.max(1, asked.size());
    }

    private static Set<String> asked(FileMapping preset) {
        var asked = new HashSet<String>();
        preset.recognise()
                .forEach(conditions ->
                        conditions.columns().forEach(path -> beginnings(path).forEach(asked::add)));
        if (preset.chat().key() != null) {
            beginnings(preset.chat().key()).forEach(asked::add);
        }
        if (preset.messages() != null) {
            Stream.concat(
                            preset.messages().at().stream(),
                            Stream.of(preset.messages().text()))
                    .forEach(path -> beginnings(path).forEach(asked::add));
        }
        return asked;
    }

    private static Stream<String> beginnings(String path) {
        return ValuePath.of(path).beginnings();
    }

    private static String needs(FileMapping preset, List<String> keys) {
        return preset.recognise().stream()
                .map(Conditions::columns)
                .map(columns -> columns.stream()
                        .filter(path -> beginnings(path).noneMatch(keys::contains))
                        .collect(Collectors.joining(" and ")))
                .filter(missing -> !missing.isEmpty())
                .min(Comparator.comparingInt(String::length))
                .orElse("other values there");
    }
}
