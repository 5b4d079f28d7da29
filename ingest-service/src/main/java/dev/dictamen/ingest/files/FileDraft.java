package dev.dictamen.ingest.files;

import dev.dictamen.ingest.records.FileForm;
import dev.dictamen.ingest.records.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Drafts the mapping of a file that no preset knows: by the names of its fields and by what stands there. */
final class FileDraft {
    private static final int MOST_RECORDS = 300;
    private static final Set<String> CHAT_WORDS = Set.of(
            "conversation", "conversacion", "chat", "ticket", "session", "sesion", "thread", "case", "caso", "room");
    private static final Map<String, Set<String>> ROLE_WORDS = roleWords();

    private final String file;
    private final Head head;
    private final List<JsonNode> values;
    private final StringBuilder yaml = new StringBuilder();

    /** @param values some of the file's values, in their order */
    FileDraft(String file, Head head, List<JsonNode> values) {
        this.file = file;
        this.head = head;
        this.values = List.copyOf(values);
    }

    private static Map<String, Set<String>> roleWords() {
        var words = new LinkedHashMap<String, Set<String>>();
        words.put(
                "customer",
                Set.of(
                        "customer",
                        "cliente",
                        "client",
                        "user",
                        "usuario",
                        "visitor",
                        "visitante",
                        "contact",
                        "contacto",
                        "lead",
                        "in",
                        "inbound",
                        "incoming",
                        "entrante",
                        "c",
                        "u"));
        words.put(
                "agent",
                Set.of(
                        "agent",
                        "agente",
                        "assistant",
                        "asistente",
                        "operator",
                        "operador",
                        "operadora",
                        "admin",
                        "support",
                        "soporte",
                        "staff",
                        "out",
                        "outbound",
                        "outgoing",
                        "saliente",
                        "a",
                        "o"));
        words.put("bot", Set.of("bot", "chatbot", "robot"));
        words.put("system", Set.of("system", "sistema", "event", "evento", "s"));
        words.put("note", Set.of("note", "nota", "internal", "interno"));
        return words;
    }

    /** Where records stand, and where in them messages. */
    private record Found(List<String> records, Optional<String> at, List<JsonNode> chats, List<JsonNode> messages) {}

    /** The draft as YAML; nothing where no field holds texts. */
    Optional<String> text() {
        return FormatRecognition.paths(head).stream()
                .map(this::look)
                .filter(found -> textOf(found.messages).isPresent())
                .max(Comparator.comparingDouble(found ->
                        textOf(found.messages).orElseThrow().meanLength() * Math.min(50, found.messages.size())))
                .map(this::write);
    }

    private Found look(List<String> path) {
        var records = values.stream()
                .flatMap(value -> records(value, path))
                .filter(JsonNode::isObject)
                .limit(MOST_RECORDS)
                .toList();
        var at = records.stream().limit(20).flatMap(record -> lists(record, "")).findFirst();
        var messages = at.map(inner -> records.stream()
                        .flatMap(record -> ValuePath.of(inner).in(record).stream())
                        .flatMap(JsonNode::valueStream)
                        .limit(MOST_RECORDS)
                        .toList())
                .orElse(records);
        return new Found(path, at, records, messages);
    }

    private static Stream<JsonNode> records(JsonNode value, List<String> path) {
        JsonNode node = value;
        for (var key : path) {
            node = node.path(key);
        }
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    /** Paths of lists of objects, up to two keys inside. */
    private static Stream<String> lists(JsonNode record, String before) {
        return record.properties().stream().flatMap(entry -> {
            var path = before + entry.getKey();
            var value = entry.getValue();
            if (value.isArray()) {
                return !value.isEmpty() && value.get(0).isObject() ? Stream.of(path) : Stream.empty();
            }
            return value.isObject() && before.isEmpty() ? lists(value, path + ".") : Stream.empty();
        });
    }

    private static Optional<SampledField> textOf(List<JsonNode> messages) {
        return SampledField.of(messages).stream()
                .filter(field -> !field.isTime() && field.meanLength() >= 3)
                .max(Comparator.comparingDouble(SampledField::meanLength));
    }

    private String write(Found found) {
        var fields = SampledField.of(found.messages);
        var time = fields.stream().filter(SampledField::isTime).findFirst();
        line("# Draft for " + file + ": read it, edit what is marked, then ./dictamen import " + file
                + " --format THIS_FILE");
        line("name: "
                + quoted(file.replaceAll("\\..*$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
        line("form: " + (head.form() == FileForm.CSV ? "csv" : "json"));
        if (time.filter(SampledField::lacksZone).isPresent()) {
            line("# ask: these times say no zone: in which was it written? How: dd/MM/yyyy or MM/dd/yyyy?");
            line("zone: UTC");
            line("times: [\"dd/MM/yyyy HH:mm[:ss]\"]");
        }
        if (!found.records.isEmpty()) {
            line("records: " + quoted(String.join(".", found.records)));
        }
        chat(found);
        messages(found, fields, time);
        return yaml.toString();
    }

    private void chat(Found found) {
        line("chat:");
        if (found.at.isPresent()) {
            var key = idOf(SampledField.of(found.chats));
            line("  key: "
                    + key.map(field -> quoted(field.path())).orElse("id   # ask: which value is the chat's id?"));
        }
        line("  # closed: [{status: closed}]    # ask: does it hold chats that still go on? Others are left out");
        line("  # agentId, agentName, team, channel, language, customerRef: a path each");
        line("  # attributes: {csat: a path, resolved: a path}");
    }

    private void messages(Found found, List<SampledField> fields, Optional<SampledField> time) {
        var text = textOf(found.messages).orElseThrow();
        line("messages:");
        if (found.at.isPresent()) {
            line("  at: " + quoted(found.at.get()));
        } else {
            line("  chat: "
                    + chatOf(fields)
                            .map(field -> quoted(field.path()))
                            .orElse("chat_id   # ask: which value is the id of a message's chat?"));
        }
        line("  text: " + quoted(text.path()) + "   # guessed because its texts are the longest");
        time.ifPresent(
                field -> line("  sentAt: " + quoted(field.path()) + "   # guessed because its values are times"));
        roles(fields, text);
    }

    private void roles(List<SampledField> fields, SampledField text) {
        var field = fields.stream()
                .filter(candidate ->
                        !candidate.path().equals(text.path()) && candidate.hasFewValues() && !candidate.isTime())
                .max(Comparator.comparingLong(FileDraft::known));
        line("  # ask: who writes which value? A message that no rule fits makes its chat refused");
        line("  roles:");
        var path = field.map(SampledField::path).orElse("author");
        var values = field.map(SampledField::distinct).orElse(Set.of());
        var left = new ArrayList<>(values);
        ROLE_WORDS.forEach((role, words) -> {
            var mine = left.stream()
                    .filter(value -> words.contains(value.toLowerCase(Locale.ROOT)))
                    .toList();
            left.removeAll(mine);
            rule(role, path, mine, "");
        });
        rule("agent", path, left, "   # ask: is it?");
        if (values.isEmpty()) {
            rule("agent", path, List.of("agent"), "   # ask: nothing here says who wrote a message");
        }
    }

    private void rule(String role, String path, List<String> values, String comment) {
        if (!values.isEmpty()) {
            var list = values.stream().map(FileDraft::quoted).collect(Collectors.joining(", "));
            line("    - {role: " + role + ", when: {" + quoted(path) + ": [" + list + "]}}" + comment);
        }
    }

    private static long known(SampledField field) {
        return field.distinct().stream()
                .filter(value ->
                        ROLE_WORDS.values().stream().anyMatch(words -> words.contains(value.toLowerCase(Locale.ROOT))))
                .count();
    }

    private static Optional<SampledField> idOf(List<SampledField> fields) {
        return fields.stream()
                .filter(field -> field.isEverywhere()
                        && field.name().matches("_?id|.*_id|.*[a-z]id|codigo|numero|number|key|uuid"))
                .filter(field -> field.distinct().size() == field.values().size())
                .findFirst();
    }

    private static Optional<SampledField> chatOf(List<SampledField> fields) {
        var named = fields.stream()
                .filter(field ->
                        CHAT_WORDS.stream().anyMatch(word -> field.name().contains(word)))
                .findFirst();
        return named.or(() -> fields.stream()
                .filter(field -> field.name().matches(".*id")
                        && field.distinct().size() < field.values().size())
                .findFirst());
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String quoted(String text) {

        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
