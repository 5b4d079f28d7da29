package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.rules.FoldedText;
import dev.dictamen.rules.WordList;
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
    private static final WordList CONCERN = WordList.read(Spam.class, "spam-concern");
    private static final WordList ADVERTISING = WordList.read(Spam.class, "spam-advertising");
    private static final WordList GREETING = WordList.read(Spam.class, "greeting");
    private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{N}]+|\\W*(\\p{L})\\1{4,}\\W*");

    private Spam() {}

    static boolean is(ClosedChat chat) {
        var customer = textsOf(Role.CUSTOMER, chat);
        if (customer.isEmpty() || customer.stream().map(Spam::withoutLinks).anyMatch(Spam::isConcerned)) {
            return false;
        }
        boolean nothingElse = all(customer, 1, Spam::advertises)
                || all(customer, 2, Spam::isBareLink)
                || all(customer, 3, text -> WORDLESS.matcher(text).matches());
        var agent = textsOf(Role.AGENT, chat);
        return nothingElse && agent.size() <= 2 && agent.stream().allMatch(Spam::isGreeting);
    }

    private static boolean isConcerned(String text) {
        return text.contains("?") || text.contains("¿") || CONCERN.isIn(text);
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
        long words = ADVERTISING.allIn(withoutLinks(text)).distinct().count();
        return words >= 2 && LINK.matcher(text).find();
    }

    private static boolean isBareLink(String text) {
        return LINK.matcher(text).find() && withoutLinks(text).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isGreeting(String text) {
        return text.length() <= MOST_OF_A_GREETING && GREETING.opens(text);
    }

    private static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll(" ");
    }
}
