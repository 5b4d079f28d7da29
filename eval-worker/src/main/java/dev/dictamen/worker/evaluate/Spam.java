package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.worker.transcript.FoldedText;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a chat is nothing but advertising or noise, so that there is no agent's work to judge. All of this must hold; in
 * doubt a chat is judged:
 *
 * <ul>
 *   <li>no message of the customer asks, needs, denies or tells anything of the customer's own;
 *   <li>all of them advertise (a link and two advertising words), or all are bare links, two at
 *       least, or all are noise without a word, three at least;
 *   <li>the agents wrote two messages at most, both short greetings.
 * </ul>
 */
final class Spam {
    private static final int MOST_OF_A_GREETING = 120;

    private static final Pattern LINK =
            Pattern.compile("(https?://|www\\.)\\S+|\\b(bit\\.ly|t\\.me|wa\\.me|tinyurl\\.com|goo\\.gl)/\\S+");
    private static final Pattern CONCERN =
            Pattern.compile("[?¿]|\\b(no|not|sin|mi|mis|me|i|we|yo|nos|necesit\\w*|quier\\w*|quisiera"
                    + "|want|need|help|ayud\\w*|problem\\w*|error\\w*|fall\\w*|pedido|orden|order|factura|invoice|cuenta|account|queja"
                    + "|reclam\\w*|reembolso|refund|compre|pague|pago|dond?e|cuando|como|que|what|where|when|how|why|please|por favor"
                    + "|hola|buen[oa]s|hello|hi|hey|preciso|ajuda|duvida|duda|consulta|cancel\\w*|gracias|thanks?)\\b");
    private static final Pattern ADVERTISING =
            Pattern.compile("\\b(gana|gane|ganar|dinero|ingresos|oferta|ofertas|promocion"
                    + "|descuentos?|casino|apuestas?|bitcoin|cripto\\w*|crypto\\w*|prestamos?|gratis|free|haz clic|click here|clic aqui"
                    + "|suscribete|subscribe|sigueme|siguenos|seo|backlinks?|followers|seguidores|viagra|bonus|bono|premios?|sorteo"
                    + "|earn|money|cash|discounts?|loans?|forex|sale|visita|visit|100%)(?!\\w)");
    private static final Pattern GREETING =
            Pattern.compile("^\\W*(hola|buen[oa]s?|bienvenid[oa]|hello|hi|hey|good|welcome|ola|bom|boa)\\b");
    private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{N}]+|\\W*(\\p{L})\\1{4,}\\W*");

    private Spam() {}

    static boolean is(ClosedChat chat) {
        var customer = textsOf(Role.CUSTOMER, chat);
        if (customer.isEmpty()
                || customer.stream()
                        .anyMatch(text -> CONCERN.matcher(withoutLinks(text)).find())) {
            return false;
        }
        boolean nothingElse = all(customer, 1, Spam::advertises)
                || all(customer, 2, Spam::isBareLink)
                || all(customer, 3, text -> WORDLESS.matcher(text).matches());
        var agent = textsOf(Role.AGENT, chat);
        return nothingElse && agent.size() <= 2 && agent.stream().allMatch(Spam::isGreeting);
    }

    private static List<String> textsOf(Role role, ClosedChat chat) {
        return chat.messages().stream()
                .filter(message -> message.role() == role)
                .map(ChatMessage::text)
                .map(FoldedText::of)
                .map(String::strip)
                .toList();
    }

    private static boolean all(List<String> texts, int atLeast, Predicate<String> rule) {
        return texts.size() >= atLeast && texts.stream().allMatch(rule);
    }

    private static boolean advertises(String text) {
        var words = ADVERTISING
                .matcher(withoutLinks(text))
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        return words >= 2 && LINK.matcher(text).find();
    }

    private static boolean isBareLink(String text) {
        return LINK.matcher(text).find() && withoutLinks(text).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isGreeting(String text) {
        return text.length() <= MOST_OF_A_GREETING && GREETING.matcher(text).find();
    }

    private static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll(" ");
    }
}
