package dev.dictamen.simulator.answer;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.protocol.ChatRequest;
import dev.dictamen.simulator.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a right answer into the one that a fault stands for. */
public final class FaultyAnswer {
    private static final int OUT_OF_RANGE = 1_000_000;
    private static final String ENGLISH_REASON =
            "The agent answered the customer in time and was polite, but it is not clear that the issue was solved in the end.";
    private static final String ENGLISH_IMPROVEMENT =
            "The agent should confirm with the customer that the issue is solved and say what the next step is.";
    /** Enough for any text that is too long without saying the same thrice. */
    private static final String FILLERS =
            " Además, el agente siguió el procedimiento previsto para este tipo de consulta."
                    + " El saludo fue correcto y el tono se mantuvo amable hasta la despedida."
                    + " También pidió los datos que hacían falta antes de dar una solución."
                    + " Los tiempos entre un mensaje y el siguiente no llamaron la atención."
                    + " Al cierre quedó claro quién debía dar el próximo paso y por qué medio."
                    + " Nada de lo que prometió contradice lo que el cliente había contado antes."
                    + " Las frases son breves, sin tecnicismos, y responden a lo que se preguntó."
                    + " Queda por mejorar el orden en que presentó las opciones disponibles.";

    private static final Map<Fault, Function<Right, Completion>> SPOILT = Map.ofEntries(
            Map.entry(Fault.NULL_CONTENT, right -> Completion.stop(null, right.verdict.analysis())),
            Map.entry(Fault.LENGTH, right -> right.answer.withoutContent(right.request.maxTokens())),
            Map.entry(Fault.ABORT, right -> Completion.aborted()),
            Map.entry(Fault.INVALID_JSON, right -> right.saying(half(right.text()))),
            Map.entry(Fault.TWO_OBJECTS, right -> right.saying(anotherScore(right.object) + "\n" + right.object)),
            Map.entry(Fault.ENGLISH_TEXT, right -> right.saying(english(right.object))),
            Map.entry(Fault.OVERLONG_REASON, right -> right.saying(overlong(right.object, right.verdict))),
            Map.entry(Fault.WHITESPACE_RUNAWAY, FaultyAnswer::runaway),
            Map.entry(Fault.OUT_OF_RANGE_INDEX, right -> right.saying(alsoKey(OUT_OF_RANGE, right.object))),
            Map.entry(Fault.CUSTOMER_INDEX, right -> right.saying(alsoKey(customerIndex(right.verdict), right.object))),
            Map.entry(Fault.WRONG_ENUM, right -> right.saying(right.copy().put("score", "excellent"))),
            Map.entry(Fault.NEGATIVE_INDEX, right -> right.withKeys(-1)),
            Map.entry(Fault.FLOAT_INDEX, right -> right.withKeys(1.5)),
            Map.entry(Fault.DUPLICATE_INDEX, right -> right.withKeys(1, 1, 1)),
            Map.entry(Fault.WRONG_CASE, right -> right.saying(capitalisedScore(right.copy()))),
            Map.entry(Fault.EMPTY_REASON, right -> right.saying(right.copy().put("reason", "  "))),
            Map.entry(Fault.FENCED, right -> right.saying("```json\n" + right.object + "\n```")),
            Map.entry(
                    Fault.EXTRA_TEXT,
                    right -> right.saying(
                            "Aquí está la evaluación:\n" + right.object + "\nEspero que sea útil {de verdad}.")),
            Map.entry(
                    Fault.CONTRADICTORY_OBJECTS,
                    right -> right.saying(right.object + "\n" + anotherScore(right.object))),
            Map.entry(Fault.ANSWER_IN_REASONING, right -> Completion.stop(null, right.text())),
            Map.entry(Fault.DOUBLE_ESCAPED, right -> right.withReason(FaultyAnswer::escaped)),
            Map.entry(Fault.MOJIBAKE, right -> right.withReason(FaultyAnswer::misread)),
            Map.entry(Fault.CONTROL_TOKENS, right -> right.withReason(text -> text + "<|end|><|start|>assistant")),
            Map.entry(Fault.BIDI_OVERRIDE, right -> right.withReason(text -> "\u202E" + text + "\u202C")),
            Map.entry(Fault.REPEATED, right -> right.withReason(text -> text + " y muy".repeat(60))),
            Map.entry(Fault.OTHER_SCRIPT, right -> right.withReason(text -> text + " 客户对这个答复非常满意。")),
            Map.entry(
                    Fault.HARMONY_TAIL,
                    right -> right.saying("<|channel|>final <|constrain|>json<|message|>" + half(right.text()))));

    private FaultyAnswer() {}

    /** The right answer, from which a fault makes its own. */
    private record Right(ChatRequest request, Verdict verdict, ObjectNode object, Completion answer) {
        String text() {
            return object.toString();
        }

        ObjectNode copy() {
            return object.deepCopy();
        }

        Completion saying(Object content) {
            return Completion.stop(content.toString(), answer.reasoning());
        }

        Completion withReason(UnaryOperator<String> spoilt) {
            return saying(copy().put("reason", spoilt.apply(verdict.reason())));
        }

        Completion withKeys(double... keys) {
            var copy = copy();
            var array = copy.putArray("key_messages");
            for (double key : keys) {
                if (key == Math.rint(key)) {
                    array.add((int) key);
                } else {
                    array.add(key);
                }
            }
            return saying(copy);
        }
    }

    public static Completion of(@Nullable Fault fault, ChatRequest request, Verdict verdict) {
        var object = SchemaFiller.fill(request.schema(), verdict);
        var answer = Completion.stop(object.toString(), verdict.analysis());
        var spoilt = fault == null ? null : SPOILT.get(fault);
        return spoilt == null
                ? answer.within(request.maxTokens())
                : spoilt.apply(new Right(request, verdict, object, answer));
    }

    private static Completion runaway(Right right) {
        int most = right.request.maxTokens();
        return right.saying(half(right.text()) + " ".repeat(4 * most)).within(Math.min(most, right.answer.tokens()));
    }

    private static ObjectNode capitalisedScore(ObjectNode object) {
        return object.put("score", " " + capitalised(object.path("score").asString("")) + " ");
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String half(String text) {
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2));
    }

    private static ObjectNode anotherScore(ObjectNode object) {
        boolean good = object.path("score").asString("").equals("good");
        return object.deepCopy().put("score", good ? "bad" : "good");
    }

    /** The same object in the wrong language. */
    static ObjectNode english(ObjectNode object) {
        return object.deepCopy().put("reason", ENGLISH_REASON).put("improvement", ENGLISH_IMPROVEMENT);
    }

    /** As JSON escapes it, so that it is escaped twice in the answer. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(unit -> unit < 128 ? Character.toString(unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    private static String misread(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static ObjectNode overlong(ObjectNode object, Verdict verdict) {
        return object.deepCopy().put("reason", verdict.reason() + FILLERS);
    }

    private static ObjectNode alsoKey(int index, ObjectNode object) {
        var copy = object.deepCopy();
        JsonNode keys = copy.path("key_messages");
        (keys instanceof ArrayNode array ? array : copy.putArray("key_messages")).add(index);
        return copy;
    }

    private static int customerIndex(Verdict verdict) {
        return verdict.customerMessages().isEmpty()
                ? OUT_OF_RANGE
                : verdict.customerMessages().getFirst();
    }
}
