package dev.dictamen.simulator.engine;

import java.util.Locale;

/** A way in which a call goes wrong, as gpt-oss on vLLM has been seen to go wrong. */
public enum Fault {
    /** HTTP 200, {@code finish_reason: stop}, no content. */
    NULL_CONTENT,
    /** The analysis used up the budget: {@code finish_reason: length}, no content. */
    LENGTH,
    /** HTTP 200, {@code finish_reason: abort}: what a stopping replica answers. */
    ABORT,
    /** The object is cut in the middle. */
    INVALID_JSON,
    /** Two objects, a line break between them; the second one counts. */
    TWO_OBJECTS,
    /** Reason and improvement are in English. */
    ENGLISH_TEXT,
    /** A reason of more than 500 characters. */
    OVERLONG_REASON,
    /** White space without end, then {@code length}. */
    WHITESPACE_RUNAWAY,
    /** A key message that the chat does not have. */
    OUT_OF_RANGE_INDEX,
    /** A key message that the customer wrote. */
    CUSTOMER_INDEX,
    /** A key message below zero. */
    NEGATIVE_INDEX,
    /** A key message that is not a whole number. */
    FLOAT_INDEX,
    /** The same key message three times. */
    DUPLICATE_INDEX,
    /** A score that is not one of the five. */
    WRONG_ENUM,
    /** The right score in other letters: {@code " Great "}. */
    WRONG_CASE,
    /** A reason without a word. */
    EMPTY_REASON,
    /** The right object within a Markdown fence. */
    FENCED,
    /** The right object with prose before and after it. */
    EXTRA_TEXT,
    /** Two objects with different scores, the right one first; nothing says which one counts. */
    CONTRADICTORY_OBJECTS,
    /** The raw tail of the harmony message, control tokens included, in place of the parsed content. */
    HARMONY_TAIL,
    /** No content; the right object stands in the reasoning, as where a reasoning parser takes all for reasoning. */
    ANSWER_IN_REASONING,
    /** The right object with its letters escaped twice: {@code respondi\\u00f3}. */
    DOUBLE_ESCAPED,
    /** Its letters read in another encoding: {@code respondiÃ³}. */
    MOJIBAKE,
    /** A reason that ends in control tokens. */
    CONTROL_TOKENS,
    /** A reason with marks that turn the direction of its letters round. */
    BIDI_OVERRIDE,
    /** A reason that has fallen into a loop. */
    REPEATED,
    /** A reason with words of another script. */
    OTHER_SCRIPT,
    /** HTTP 200 without one choice. */
    NO_CHOICES(Stage.ON_WIRE),
    /** Never an answer; health stays 200 and the slot stays taken until the client goes. */
    HANG(Stage.ON_WIRE),
    /** A right answer whose body comes in drops over {@code --slow-drip-time}. */
    SLOW_DRIP(Stage.ON_WIRE),
    /** The connection is reset before the first byte of an answer. */
    CONNECTION_RESET(Stage.AT_ONCE),
    /** HTTP 500 after the generation. */
    HARMONY_500(Stage.ON_WIRE),
    /** HTTP 503 at once: the queue is full. */
    QUEUE_503(Stage.AT_ONCE),
    /** HTTP 429 at once. */
    RATE_429(Stage.AT_ONCE),
    /** HTTP 400 at once, for a request that has nothing wrong. */
    BAD_REQUEST_400(Stage.AT_ONCE),
    /** HTTP 500 at once. */
    SERVER_ERROR_500(Stage.AT_ONCE),
    /** HTTP 200 with a page of HTML: what a proxy in between answers. */
    GARBAGE(Stage.ON_WIRE),
    /** HTTP 200 whose body breaks off in the middle with the connection. */
    CUT_BODY(Stage.ON_WIRE);

    private final Stage stage;

    Fault() {
        this(Stage.IN_ANSWER);
    }

    Fault(Stage stage) {
        this.stage = stage;
    }

    /** Where in a call it shows. */
    public enum Stage {
        /** Before the call is queued. */
        AT_ONCE,
        /** In what the model writes. */
        IN_ANSWER,
        /** In how, and whether, a right answer is sent. */
        ON_WIRE
    }

    public Stage stage() {
        return stage;
    }

    /** The name on the wire: {@code null_content}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a wire name, dashes allowed. */
    public static Fault of(String name) {
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown failure type '" + name + "'", e);
        }
    }
}
