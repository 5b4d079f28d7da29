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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer by the rules of a verdict (REQUIREMENTS.md, "The judge"). Mended without asking: a byte order mark, fences
 * or talk around the object, white space around texts, order and repetition of indices. Everything else is an error.
 */
final class VerdictReader {
    private static final String SCORE = "score";
    /** What an error may repeat of a wrong score: one short word, so never text of the chat. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,20}");

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\n\\r\\t]]");

    private final ClosedChat chat;
    private final List<String> errors = new ArrayList<>();

    private VerdictReader(ClosedChat chat) {
        this.chat = chat;
    }

    static VerdictReading read(@Nullable String content, ClosedChat chat) {
        if (content == null || content.isBlank()) {
            return new VerdictReading.Invalid(List.of("la respuesta está vacía"));
        }
        var objects = JsonObjects.in(content);
        if (objects.isEmpty()) {
            return new VerdictReading.Invalid(List.of("la respuesta no contiene un objeto JSON completo"));
        }
        boolean contradictory =
                objects.stream().filter(object -> object.has(SCORE)).distinct().count() > 1;
        return contradictory
                ? new VerdictReading.Invalid(List.of("la respuesta contiene dos veredictos distintos"))
                : new VerdictReader(chat).read(objects.getLast());
    }

    private VerdictReading read(ObjectNode object) {
        var score = score(object.get(SCORE));
        var reason = text("reason", Verdict.MAX_REASON, object.get("reason"));
        var improvement = text("improvement", Verdict.MAX_IMPROVEMENT, object.get("improvement"));
        var keyMessages = keyMessages(object.get("key_messages"));
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
            errors.add("score: " + (WORD.matcher(word).matches() ? "\"" + word + "\"" : "el valor")
                    + " no es ninguna de horrible, bad, neutral, good, great");
        }
        return found;
    }

    private String text(String field, int most, @Nullable JsonNode node) {
        var text = node != null && node.isString() ? node.asString().strip() : "";
        int length = text.codePointCount(0, text.length());
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(field + ": falta el texto");
        } else if (UNREADABLE.matcher(text).find()) {
            errors.add(field + ": contiene caracteres que no son texto");
        } else if (length > most) {
            errors.add(field + ": tiene " + length + " caracteres y el máximo es " + most);
        } else if (!SpanishCheck.isSpanish(text)) {
            errors.add(field + ": debe estar en español");
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
            errors.add("key_messages: " + (index.isNumber() ? index.toString() : "un elemento")
                    + " no es un índice de este chat");
        } else if (chat.messages().get(index.asInt()).role() != Role.AGENT) {
            errors.add("key_messages: el mensaje " + index.asInt() + " no es del agente");
        } else {
            indices.add(index.asInt());
        }
    }
}
