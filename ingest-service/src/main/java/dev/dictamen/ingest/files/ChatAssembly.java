package dev.dictamen.ingest.files;

import dev.dictamen.contract.Role;
import dev.dictamen.ingest.jsonl.Excerpt;
import dev.dictamen.ingest.mapping.Conditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a chat in our own form of a chat's record and its messages, as a mapping says. Not for several threads. */
final class ChatAssembly {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NAMES = Set.of("canal", "idioma", "team", "agent_id", "agent_name", "customer_id");

    private final FileChat chat;
    private final FileMessages messages;
    private final FileTimes times;
    private final MessageOrder order;

    ChatAssembly(FileMapping mapping, FileTimes times) {
        this.chat = mapping.chat();
        this.messages = Objects.requireNonNull(mapping.messages(), "messages");
        this.times = times;
        this.order = new MessageOrder(messages.order(), messages.sentAt());
    }

    /** @param name the chat's name where it has no id of its own and the mapping allows one */
    Assembled embedded(JsonNode record, String name) {
        var found = messages.at().stream()
                .flatMap(path -> ValuePath.of(path).in(record).stream())
                .flatMap(place -> place.isArray() ? place.valueStream() : Stream.of(place))
                .toList();
        return assemble(FileRow.ofChat(List.of(record)), order.sorted(found), name);
    }

    /** The chat of records that are messages; its facts stand in its own record where there is one, or in its messages. */
    Assembled grouped(String id, @Nullable JsonNode record, List<JsonNode> found) {
        var nodes = new ArrayList<JsonNode>();
        if (record != null) {
            nodes.add(record);
        }
        var sorted = order.sorted(found);
        nodes.addAll(sorted);
        return assemble(FileRow.ofChat(nodes), sorted, id);
    }

    private Assembled assemble(FileRow row, List<JsonNode> found, String name) {
        var own = messages.at().isEmpty() ? name : row.text(chat.key());
        var id = own == null && chat.numbered() ? name : own;
        if (id == null) {
            return new Assembled.Refused(
                    null, "no id: nothing stands in " + ValuePath.shown(String.valueOf(chat.key())));
        }
        if (!chat.closed().isEmpty() && noneHolds(chat.closed(), row)) {
            return new Assembled.LeftOut("not closed");
        }
        if (!noneHolds(chat.ignore(), row)) {
            return new Assembled.LeftOut("no chats, as the mapping's chat.ignore says");
        }
        return written(id, row, found);
    }

    private static boolean noneHolds(List<Conditions> conditions, FileRow row) {
        return conditions.stream().noneMatch(condition -> condition.hold(row::value));
    }

    private Assembled written(String id, FileRow row, List<JsonNode> found) {
        var json = JSON.objectNode();
        var meta = JSON.objectNode();
        var transcript = JSON.arrayNode();
        var people = new HashMap<String, String>();
        for (JsonNode node : found) {
            var refusal = add(transcript, row.message(node, messages.same()), people);
            if (refusal != null) {
                return new Assembled.Refused(id, "message " + transcript.size() + ": " + refusal);
            }
        }
        json.put("conversation_id", id);
        facts(meta, row, people);
        json.set("meta", meta);
        json.set("transcript", transcript);
        return new Assembled.Chat(json);
    }

    private void facts(ObjectNode meta, FileRow row, Map<String, String> people) {
        put(meta, "canal", row.fact(chat.channel()));
        put(meta, "idioma", row.fact(chat.language()));
        put(meta, "team", row.fact(chat.team()));
        putPerson(meta, "agent_id", row.fact(chat.agentId()), people);
        putPerson(meta, "agent_name", row.fact(chat.agentName()), people);
        putPerson(meta, "customer_id", row.fact(chat.customerRef()), people);
        putTime(meta, "opened_at", row, chat.openedAt());
        putTime(meta, "closed_at", row, chat.closedAt());
        chat.attributes().keySet().stream().sorted().forEach(name -> put(meta, name, attribute(name, row)));
    }

    private @Nullable String attribute(String name, FileRow row) {
        FileFact stated = Objects.requireNonNull(chat.attributes().get(name));
        var said = row.fact(stated.fact());
        return said == null || stated.values().isEmpty()
                ? said
                : stated.values().get(said.toLowerCase(Locale.ROOT));
    }

    private static void putPerson(ObjectNode meta, String key, @Nullable String stated, Map<String, String> people) {
        put(meta, key, stated == null ? people.get(key) : stated);
    }

    /** One line, as names are; what is longer than a name may be is cut, as it is of a database. */
    private static void put(ObjectNode meta, String key, @Nullable String value) {
        if (value != null && !meta.has(key)) {
            meta.put(key, OneLine.of(value, NAMES.contains(key)));
        }
    }

    private void putTime(ObjectNode meta, String key, FileRow row, @Nullable String path) {
        var time = path == null ? null : times.read(row.node(path));
        if (time != null) {
            meta.put(key, time.toString());
        }
    }

    /** Adds the message; or why it cannot be read. */
    private @Nullable String add(ArrayNode transcript, FileRow message, Map<String, String> people) {
        if (!noneHolds(messages.ignore(), message)) {
            return null;
        }
        var text = text(message);
        if (text.isBlank()) {
            return null;
        }
        var role = role(message);
        if (role == null) {
            return "none of the mapping's roles fits it: " + asked(message);
        }
        var json = transcript.addObject();
        json.put("role", word(role));
        json.put("content", text);
        var time = messages.sentAt() == null ? null : times.read(message.node(messages.sentAt()));
        if (time != null) {
            json.put("timestamp", time.toString());
        }
        meet(role, message, people);
        return null;
    }

    /** The first agent and the first customer of a chat say who they are. */
    private void meet(Role role, FileRow message, Map<String, String> people) {
        if (role == Role.AGENT) {
            keep(people, "agent_id", message.text(messages.agentId()));
            keep(people, "agent_name", message.text(messages.agentName()));
        } else if (role == Role.CUSTOMER) {
            keep(people, "customer_id", message.text(messages.customerRef()));
        }
    }

    private static void keep(Map<String, String> people, String key, @Nullable String value) {
        if (value != null) {
            people.putIfAbsent(key, value);
        }
    }

    private String text(FileRow message) {
        var node = message.node(messages.text());
        var text = node == null ? "" : PartTexts.of(node);
        for (var rule : messages.clean()) {
            var when = rule.when();
            if (when == null || when.hold(message::value)) {
                text = rule.step().apply(text);
            }
        }
        if (messages.attachments() == null) {
            return text;
        }
        var shown = message.all(messages.attachments()).stream()
                .map(attachment -> "[" + FileValues.of(attachment) + "]")
                .collect(Collectors.joining("\n"));
        return shown.isEmpty() || text.isBlank() ? text + shown : text + "\n" + shown;
    }

    private @Nullable Role role(FileRow message) {
        for (var rule : messages.roles()) {
            if (rule.when().hold(message::value)) {
                return rule.role();
            }
        }
        return null;
    }

    /** What the role rules ask, with what stands there; never the text. */
    private String asked(FileRow message) {
        return messages.roles().stream()
                .flatMap(rule -> rule.when().columns().stream())
                .filter(column -> !column.equals(messages.text()))
                .map(column -> ValuePath.shown(column) + " is " + shown(message.value(column)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "not there" : Excerpt.value(String.valueOf(value));
    }

    private static String word(Role role) {
        return switch (role) {
            case CUSTOMER -> "customer";
            case AGENT -> "agent";
            case BOT -> "bot";
            case SYSTEM -> "system";
            case NOTE -> "note";
        };
    }
}
