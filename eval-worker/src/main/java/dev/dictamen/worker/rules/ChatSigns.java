package dev.dictamen.worker.rules;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.worker.transcript.FoldedText;
import dev.dictamen.worker.transcript.WaitingTimes;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What rules can see in a chat without understanding it: times, and words of Spanish, English or Portuguese.
 *
 * @param waits how long the customer waited
 * @param unanswered the customer's last message asks something and no agent wrote after it
 * @param thanked the customer thanks in one of the last two messages
 * @param complained the customer complains somewhere
 * @param courteous an agent greets, thanks or apologises
 * @param rude index of the first message in which an agent insults or scolds
 * @param resolved index of the last message in which an agent says that something is done
 * @param lastOfAgent index of the last message of an agent
 */
record ChatSigns(
        WaitingTimes waits,
        boolean unanswered,
        boolean thanked,
        boolean complained,
        boolean courteous,
        @Nullable Integer rude,
        @Nullable Integer resolved,
        @Nullable Integer lastOfAgent) {

    private static final Duration SLOW_FIRST_RESPONSE = Duration.ofMinutes(5);
    private static final Duration SLOW_RESPONSE = Duration.ofMinutes(15);

    private static final Pattern ANY = Pattern.compile("");
    private static final Pattern QUESTION = Pattern.compile(
            "[?¿]|\\b(hola|hello|alguien|anyone|sigue ahi|still there|necesito|quiero|i need|i want|preciso)\\b");
    private static final Pattern THANKS =
            words("(muchas )?gracias|thanks?|thank you|thx|obrigad[oa]|perfecto|excelente|perfect|awesome");
    private static final Pattern COMPLAINT =
            words("queja|reclam(o|ar|acion)|pesim[oa]|terrible|horrible|verguenza|inaceptable"
                    + "|estafa|fraude|hart[oa]|molest[oa]|indignad[oa]|decepcionad[oa]|enojad[oa]|nadie (me )?(responde|contesta|ayuda)"
                    + "|no (me )?sirve|mal servicio|complaint|unacceptable|ridiculous|awful|worst|scam|disappointed|frustrat(ed|ing)"
                    + "|angry|reclamacao|absurdo|decepcionad[oa]");
    private static final Pattern COURTESY = words(
            "hola|buen[oa]s (dias|tardes|noches)|buen dia|con gusto|gracias|disculp[ae]"
                    + "|lament(o|amos)|por favor|hello|hi|welcome|please|thanks?|thank you|sorry|apologi[sz]e|happy to|ola|obrigad[oa]");
    private static final Pattern RUDENESS = words(
            "idiota|estupid[oa]|imbecil|tont[oa]|callese|callate|no es mi problema"
                    + "|no me importa|deje de molestar|no moleste|stupid|idiot|shut up|not my problem|i don'?t care|nao me importa");
    private static final Pattern RESOLUTION = words(
            "listo|resuelt[oa]|solucionad[oa]|confirmad[oa]|agendad[oa]|reprogramad[oa]"
                    + "|realizad[oa]|procesad[oa]|enviad[oa]|queda (hecho|registrado|reservado)|he (enviado|procesado|reembolsado)"
                    + "|resolved|fixed|solved|booked|confirmed|all set|completed|scheduled|done|refunded|sent you|resolvido");

    static ChatSigns of(ClosedChat chat) {
        var customer = of(Role.CUSTOMER, chat);
        var agent = of(Role.AGENT, chat);
        var lastTwo = customer.subList(Math.max(0, customer.size() - 2), customer.size());
        return new ChatSigns(
                WaitingTimes.of(chat),
                isUnanswered(customer, agent),
                last(lastTwo, THANKS) != null,
                last(customer, COMPLAINT) != null,
                last(agent, COURTESY) != null,
                last(agent.reversed(), RUDENESS),
                last(agent, RESOLUTION),
                last(agent, ANY));
    }

    /** Whether the customer waited too long: five minutes for the first answer, or fifteen for any. */
    boolean slow() {
        return isOver(SLOW_FIRST_RESPONSE, waits.firstResponse()) || isOver(SLOW_RESPONSE, waits.longest());
    }

    private static boolean isOver(Duration limit, @Nullable Duration wait) {
        return wait != null && wait.compareTo(limit) > 0;
    }

    private static boolean isUnanswered(List<ChatMessage> customer, List<ChatMessage> agent) {
        if (customer.isEmpty()) {
            return false;
        }
        var last = customer.getLast();
        boolean answered = !agent.isEmpty() && agent.getLast().index() > last.index();
        return !answered && QUESTION.matcher(FoldedText.of(last.text())).find();
    }

    private static List<ChatMessage> of(Role role, ClosedChat chat) {
        return chat.messages().stream()
                .filter(message -> message.role() == role)
                .toList();
    }

    private static @Nullable Integer last(List<ChatMessage> messages, Pattern words) {
        for (var message : messages.reversed()) {
            if (words.matcher(FoldedText.of(message.text())).find()) {
                return message.index();
            }
        }
        return null;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L}|\\bno |\\bno esta |\\bnot |\\bnot been )(" + alternatives + ")(?!\\p{L})");
    }
}
