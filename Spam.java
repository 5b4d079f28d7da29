package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether there is nothing in a chat but advertising or noise, so that no judge need be asked. Rather misses spam than loses
 * a chat; all of this must hold: every message of the customer advertises (a link and two selling words) or is one of at
 * least three equal ones that hold only a link or a run of one sign; none asks or names a matter of a customer's; the agent
 * wrote at most two short greetings.
 */
final class Spam {
    private static final Pattern LINK = Pattern.compile("(https?:\\S+|www\\.\\S+|\\b\\w+\\.(com|net|ru|xyz|top|click|shop)\\b\\S*)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SELLING = Pattern.compile("\\b(oferta|promo\\p{L}*|gana|gratis|ganancias|bono|casino|apuestas"
            + "|bitcoin|cripto\\p{L}*|crypto|forex|invierte|inversi[óo]n|seguidores|pr[ée]stamos?|haz clic|suscr[íi]bete"
            + "|free|earn|bonus|followers|backlinks|seo|loans?|viagra|click here|buy now|limited offer|make money)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOISE = Pattern.compile("(\\P{L}{1,40}|(.)\\2{4,})");
    private static final Pattern A_MATTER = Pattern.compile("[?¿]|\\b(ayuda|problema|pedido|compr[ée]|cobr\\p{L}*|factura|cuenta"
            + "|pago|env[íi]o|reembolso|cancelar|funciona|quiero|necesito|no puedo|error|help|order|refund|account|invoice"
            + "|charged?|i need|i want|please|por favor|cu[áa]nto|c[óo]mo|d[óo]nde|cu[áa]ndo|recib[íi]\\p{L}*|llegó|got|received)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GREETING = Pattern.compile(
            "\\b(hola|buen[oa]s|bienvenid[oa]|saludos|hello|hi|welcome|good (morning|afternoon|evening))\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_GREETING = 140;
    private static final int MOST_GREETINGS = 2;
    private static final int FEWEST_EQUAL = 3;

    private Spam() {}

    static boolean is(ClosedChat chat) {
        var said = textsOf(Role.CUSTOMER, chat);
        var answers = textsOf(Role.AGENT, chat);
        return !said.isEmpty()
                && answers.size() <= MOST_GREETINGS
                && answers.stream().allMatch(Spam::isGreeting)
                && isOnlyAdvertisingOrNoise(said);
    }

    private static boolean isOnlyAdvertisingOrNoise(List<String> said) {
        var times = said.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return said.stream()
                .allMatch(text -> !namesAMatter(text)
                        && (advertises(text)
                                || (times.getOrDefault(text, 0L) >= FEWEST_EQUAL && saysNothing(text))));
    }

    /** A link may hold a question mark of its own. */
    private static boolean namesAMatter(String text) {
        return A_MATTER.matcher(LINK.matcher(text).replaceAll(" ")).find();
    }

    private static boolean advertises(String text) {
        return LINK.matcher(text).find()
                && SELLING.matcher(text).results().map(found -> found.group()).distinct().count() >= 2;
    }

    private static boolean saysNothing(String text) {
        var rest = LINK.matcher(text).replaceAll("").strip();
        return (rest.isEmpty() && !text.isEmpty()) || NOISE.matcher(rest).matches();
    }

    private static boolean isGreeting(String text) {
        return text.length() <= LONGEST_GREETING && GREETING.matcher(text).find();
    }

    private static List<String> textsOf(Role role, ClosedChat chat) {
        return chat.messages().stream()
                .filter(message -> message.role() == role)
                .map(ChatMessage::text)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
