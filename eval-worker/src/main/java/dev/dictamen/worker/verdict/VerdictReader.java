package dev.dictamen.worker.verdict;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Score;
import dev.dictamen.contract.Verdict;
import dev.dictamen.contract.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an answer by the rules of a verdict: finds the object, checks its fields, mends what can be mended ({@link Salvage})
 * and tells the language. What stands around the object does not matter; docs/verdicts.md lists every case.
 */
public final class VerdictReader {
    private static final String SCORE = "score";
    /** What an error may repeat of a wrong score: one short word, so never text of the chat. */
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}{1,20}");

    private static final Pattern AROUND_A_WORD = Pattern.compile("^[\\s\\p{Z}\"'`«»“”‘’]+|[\\s\\p{Z}\"'`«»“”‘’]+$");
    /** No word of a score is longer, whatever stands around it. */
    private static final int LONGEST_SCORE = 100;

    private final ClosedChat chat;
    private final List<String> errors = new ArrayList<>();
    private final List<Salvage> mended = new ArrayList<>();

    private VerdictReader(ClosedChat chat) {
        this.chat = chat;
    }

    public static VerdictReading read(@Nullable String content, ClosedChat chat) {
        if (content == null || content.isBlank()) {
            return new VerdictReading.Invalid(List.of("la respuesta está vacía"));
        }
        var reader = new VerdictReader(chat);
        var objects = JsonObjects.in(content);
        if (objects.isEmpty()) {
            objects = JsonObjects.escapedIn(content);
            reader.mended.add(Salvage.OBJECT_ESCAPED);
        }
        if (objects.isEmpty()) {
            return new VerdictReading.Invalid(List.of("la respuesta no contiene un objeto JSON completo"));
        }
        var verdicts =
                objects.stream().filter(object -> object.has(SCORE)).distinct().toList();
        return switch (verdicts.size()) {
            case 0 -> reader.read(objects.getLast());
            case 1 -> reader.read(verdicts.getFirst());
            default -> new VerdictReading.Invalid(List.of("la respuesta contiene dos veredictos distintos"));
        };
    }

    /** Reads what a server put elsewhere than into the content: a verdict that obeys every rule, else that there is no content. */
    public static VerdictReading readElsewhere(String text, ClosedChat chat) {
        return read(text, chat) instanceof VerdictReading.Valid(Verdict verdict, List<Salvage> mended)
                ? new VerdictReading.Valid(
                        verdict,
                        Stream.concat(Stream.of(Salvage.OBJECT_ELSEWHERE), mended.stream())
                                .toList())
                : read(null, chat);
    }

    private VerdictReading read(ObjectNode object) {
        var score = score(object.get(SCORE));
        var reason = text("reason", object.get("reason"), Verdict.MAX_REASON, Salvage.REASON_CUT);
        var improvement =
                text("improvement", object.get("improvement"), Verdict.MAX_IMPROVEMENT, Salvage.IMPROVEMENT_CUT);
        var keyMessages = keyMessages(object.get("key_messages"));
        return errors.isEmpty() && score != null
                ? new VerdictReading.Valid(new Verdict(score, reason, improvement, keyMessages, List.of()), mended)
                : new VerdictReading.Invalid(errors);
    }

    private @Nullable Score score(@Nullable JsonNode node) {
        var given = node != null && node.isString() ? node.asString() : "";
        var word = given.length() <= LONGEST_SCORE ? given : "";
        var bare = AROUND_A_WORD.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
        var found = Word.of(Score.class, bare).orElse(null);
        if (found == null) {
            errors.add("score: " + (ONE_WORD.matcher(word).matches() ? "\"" + word + "\"" : "el valor")
                    + " no es ninguna de horrible, bad, neutral, good, great");
        } else if (!word.equals(bare)) {
            mended.add(Salvage.SCORE_SPELLING);
        }
        return found;
    }

    private String text(String field, @Nullable JsonNode node, int most, Salvage cut) {
        var given = node != null && node.isString() ? node.asString().strip() : "";
        var whole = TextMending.of(given, mended);
        var text = Shortening.to(most, whole);
        if (!text.equals(whole)) {
            mended.add(cut);
        }
        var nonsense = Nonsense.in(text, chat);
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(field + ": falta el texto");
        } else if (nonsense.isPresent()) {
            errors.add(field + ": " + nonsense.get());
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
        return KeyMessages.in(node, chat.messages(), mended);
    }
}
