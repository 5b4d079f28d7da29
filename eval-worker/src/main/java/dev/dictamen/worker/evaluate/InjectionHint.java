package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ClosedChat;
import java.util.regex.Pattern;

/**
 * Whether a message of a chat looks as if it spoke to the judge. A cheap hint that a person should look; it changes nothing
 * else, and it misses what it does not know.
 */
final class InjectionHint {
    private static final String ORDERS = "(ignor|olvid|omit|forget|disregard|desconsider)\\p{L}*";
    private static final String RULES =
            "(instruc|instruç|regla|rules?\\b|regra|prompt|indicacion|lo anterior|anything above|everything above)";
    private static final String GRADES = "(horrible|bad|neutral|good|great|5 estrellas|m[áa]xima)";

    private static final Pattern SUSPICIOUS = Pattern.compile(
            "<\\|\\p{L}+\\|>"
                    + "|[\\x{E0000}-\\x{E007F}]{4}"
                    + "|" + ORDERS + ".{0,40}" + RULES
                    + "|\"?score\"?\\s*[:=]\\s*\"?" + GRADES
                    + "|system prompt|(eres|act[úu]a como|you are) (un |an? |el |the )?(juez|judge|evaluador|evaluator)"
                    + "|(pon|asigna|califica|otorga|give|assign|rate)\\p{L}*.{0,30}(score|nota|calificaci[óo]n|rating).{0,20}"
                    + GRADES,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private InjectionHint() {}

    static boolean isIn(ClosedChat chat) {
        return chat.messages().stream()
                .anyMatch(message -> SUSPICIOUS.matcher(message.text()).find());
    }
}
