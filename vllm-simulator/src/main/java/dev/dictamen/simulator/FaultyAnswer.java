package dev.dictamen.simulator;

import dev.dictamen.simulator.engine.Fault;
import dev.dictamen.simulator.verdict.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a right answer into the one that a fault stands for. */
final class FaultyAnswer {
    private static final int OUT_OF_RANGE = 1_000_000;
    private static final String ENGLISH_REASON =
            "The agent answered the customer in time and was polite, but it is not clear that the issue was solved in the end.";
    private static final String ENGLISH_IMPROVEMENT =
            "The agent should confirm with the customer that the issue is solved and say what the next step is.";
    private static final String FILLER =
            " Además, el agente siguió el procedimiento previsto para este tipo de consulta.";

    private FaultyAnswer() {}

    static Completion of(@Nullable Fault fault, ChatRequest request, Verdict verdict) {
        var object = SchemaFiller.fill(request.schema(), verdict);
        var right = Completion.stop(object.toString(), verdict.analysis());
        if (fault == null) {
            return right.within(request.maxTokens());
        }
        return switch (fault) {
            case NULL_CONTENT -> Completion.stop(null, verdict.analysis());
            case LENGTH -> right.withoutContent(request.maxTokens());
            case ABORT -> Completion.aborted();
            case INVALID_JSON -> withContent(half(object.toString()), right);
            case TWO_OBJECTS -> withContent(anotherScore(object) + "\n" + object, right);
            case ENGLISH_TEXT -> withContent(english(object).toString(), right);
            case OVERLONG_REASON -> withContent(overlong(object, verdict).toString(), right);
            case WHITESPACE_RUNAWAY ->
                withContent(half(object.toString()) + " ".repeat(4 * request.maxTokens()), right)
                        .within(Math.min(request.maxTokens(), right.tokens()));
            case OUT_OF_RANGE_INDEX -> withContent(alsoKey(OUT_OF_RANGE, object).toString(), right);
            case CUSTOMER_INDEX ->
                withContent(alsoKey(customerIndex(verdict), object).toString(), right);
            case WRONG_ENUM ->
                withContent(object.deepCopy().put("score", "excellent").toString(), right);
            case NEGATIVE_INDEX, FLOAT_INDEX, DUPLICATE_INDEX, WRONG_CASE, EMPTY_REASON ->
                withContent(brokenField(fault, object.deepCopy()).toString(), right);
            case FENCED -> withContent("```json\n" + object + "\n```", right);
            case EXTRA_TEXT ->
                withContent("Aquí está la evaluación:\n" + object + "\nEspero que sea útil {de verdad}.", right);
            case CONTRADICTORY_OBJECTS -> withContent(object + "\n" + anotherScore(object), right);
            case HARMONY_TAIL ->
                withContent("<|channel|>final <|constrain|>json<|message|>" + half(object.toString()), right);
            case HANG,
                    SLOW_DRIP,
                    CONNECTION_RESET,
                    HARMONY_500,
                    QUEUE_503,
                    RATE_429,
                    BAD_REQUEST_400,
                    SERVER_ERROR_500,
                    GARBAGE,
                    CUT_BODY -> right.within(request.maxTokens());
        };
    }

    private static ObjectNode brokenField(Fault fault, ObjectNode object) {
        switch (fault) {
            case NEGATIVE_INDEX -> object.putArray("key_messages").add(-1);
            case FLOAT_INDEX -> object.putArray("key_messages").add(1.5);
            case DUPLICATE_INDEX ->
                object.putArray("key_messages").add(1).add(1).add(1);
            case WRONG_CASE ->
                object.put("score", " " + capitalised(object.path("score").asString("")) + " ");
            default -> object.put("reason", "  ");
        }
        return object;
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Completion withContent(String content, Completion right) {
        return Completion.stop(content, right.reasoning());
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

    private static ObjectNode overlong(ObjectNode object, Verdict verdict) {
        int times = (Verdict.MAX_REASON + 100) / FILLER.length() + 1;
        return object.deepCopy().put("reason", verdict.reason() + FILLER.repeat(times));
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
