package dev.dictamen.worker.transcript;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.ClosedChat;
import dev.dictamen.contract.Role;
import dev.dictamen.rules.FoldedText;
import dev.dictamen.rules.WordList;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a message of a chat looks as if it spoke to the judge: orders, role play, prompt extraction, forged answers and
 * delimiters, in look-alike letters, in base64 or spread over messages too. A cheap hint that a person should look; it
 * changes nothing else, and it misses what it does not know.
 */
public final class InjectionHint {
    private static final WordList SAID_TO_A_MODEL = WordList.read(InjectionHint.class, "injection");
    /** Most encoded parts of one role that are decoded, so that a hostile chat does not cost much more than another. */
    private static final int MOST_ENCODED = 64;
    /** Base64 stands for three bytes by four characters, and a word before it may have shifted them. */
    private static final int CHARACTERS_OF_A_GROUP = 4;

    /** Seen before folding, which removes them: a model's control tokens, tag letters, reversed or long invisible text. */
    private static final Pattern HIDDEN = Pattern.compile("<\\|\\s*\\p{L}+\\s*\\|>"
            + "|[\\x{E0001}-\\x{E007F}]{4}|[\\u202D\\u202E]|[\\u200B\\u200C\\u2060-\\u2064\\uFEFF\\u00AD]{8}");

    private InjectionHint() {}

    public static boolean isIn(ClosedChat chat) {
        return chat.messages().stream().map(ChatMessage::text).anyMatch(InjectionHint::hidesSomething)
                || Stream.of(Role.values()).map(role -> of(role, chat)).anyMatch(InjectionHint::speakToTheJudge);
    }

    private static boolean hidesSomething(String text) {
        return (text.contains("<|") || !PlainText.is(text))
                && HIDDEN.matcher(text).find();
    }

    private static List<String> of(Role role, ClosedChat chat) {
        return chat.messages().stream()
                .filter(message -> message.role() == role)
                .map(ChatMessage::text)
                .toList();
    }

    /** The texts one after another, by lines and without a gap: an order, or a word of one, may go over several messages. */
    private static boolean speakToTheJudge(List<String> texts) {
        var folded = texts.stream().map(FoldedText::of).toList();
        return SAID_TO_A_MODEL.isIn(String.join("\n", folded))
                || SAID_TO_A_MODEL.isIn(gapless(folded))
                || haveEncodedOrders(texts);
    }

    private static String gapless(List<String> texts) {
        return texts.stream().map(String::strip).collect(Collectors.joining());
    }

    private static boolean haveEncodedOrders(List<String> texts) {
        return Stream.of(String.join("\n", texts), gapless(texts))
                .flatMap(text -> Base64Runs.in(text).stream().limit(MOST_ENCODED))
                .distinct()
                .flatMap(run ->
                        IntStream.range(0, CHARACTERS_OF_A_GROUP).mapToObj(shift -> decoded(run.substring(shift))))
                .anyMatch(decoded -> SAID_TO_A_MODEL.isIn(FoldedText.of(decoded)));
    }

    /** The text that base64, in either alphabet, stands for; what is not base64 gives letters that mean nothing. */
    private static String decoded(String encoded) {
        var standard = encoded.replace('-', '+').replace('_', '/');
        var whole = standard.substring(0, standard.length() - standard.length() % CHARACTERS_OF_A_GROUP);
        return new String(Base64.getMimeDecoder().decode(whole), StandardCharsets.UTF_8);
    }
}
