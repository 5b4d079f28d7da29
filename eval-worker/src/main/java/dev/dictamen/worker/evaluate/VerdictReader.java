package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer by the rules of a verdict (REQUIREMENTS.md, "The judge"). Mended without asking: a byte order mark, fences
 * or talk around the object, white space around texts, order and repetition of indices. Everything else is an error.
 */
final class VerdictReader {
    private static final int SHOWN = 40;

    private final ClosedChat chat;
    private final List<String> errors = new ArrayList<>();

    private VerdictReader(ClosedChat chat) {
        this.chat = chat;
    }

    static VerdictReading read(@Nullable String content, ClosedChat chat) {
        if (content == null || content.isBlank()) {
            return new VerdictReading.Invalid(List.of("la respuesta está vacía"));
        }
        return LastObject.in(content)
                .map(object -> new VerdictReader(chat).read(object))
                .orElseGet(
                        () -> new VerdictReading.Invalid(List.of("la respuesta no contiene un objeto JSON completo")));
    }

    private VerdictReading read(ObjectNode object) {
        var score = score(object.get("score"));
        var reason = text("reason", Verdict.MAX_REASON, object.get("reason"));
        var improvement = text("improvement", Verdict.MAX_IMPROVEMENT, object.get("improvement"));
        var keyMessages = keyMessages(object.get("key_messages"));
        if (errors.isEmpty() && !SpanishCheck.isSpanish(reason + " " + improvement)) {
            errors.add("reason e improvement deben estar en español");
        }
        return errors.isEmpty() && score != null
                ? new VerdictReading.Valid(new Verdict(score, reason, improvement, keyMessages, List.of()))
                : new VerdictReading.Invalid(List.copyOf(errors));
    }

    private @Nullable Score score(@Nullable JsonNode node) {
        var word = node != null && node.isString() ? node.asString() : "";
        var found = Stream.of(Score.values())
                .filter(score -> score.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
        if (found == null) {
            errors.add("score: " + shown(node) + " no es ninguna de horrible, bad, neutral, good, great");
        }
        return found;
    }

    private String text(String field, int most, @Nullable JsonNode node) {
        if (node == null || !node.isString() || node.asString().isBlank()) {
            errors.add(field + ": falta el texto");
            return "";
        }
        var text = node.asString().strip();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            errors.add(field + ": tiene " + length + " caracteres y el máximo es " + most);
        }
        return text;
    }

    private List<Integer> keyMessages(@Nullable JsonNode node) {
        if (node == null || !node.isArray()) {
            errors.add("key_messages: falta el arreglo de índices");
            return List.of();
        }
        var indices = new TreeSet<Integer>();
        node.forEach(index -> addIndex(index, indices));
        return List.copyOf(indices);
    }

    private void addIndex(JsonNode index, Set<Integer> indices) {
        if (!index.isInt()
                || index.asInt() < 0
                || index.asInt() >= chat.messages().size()) {
            errors.add("key_messages: " + shown(index) + " no es un índice de este chat");
        } else if (chat.messages().get(index.asInt()).role() != Role.AGENT) {
            errors.add("key_messages: el mensaje " + index.asInt() + " no es del agente");
        } else {
            indices.add(index.asInt());
        }
    }

    private static String shown(@Nullable JsonNode node) {
        var text = node == null ? "(nada)" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
