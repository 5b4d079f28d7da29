package dev.dictamen.worker.verdict;

import dev.dictamen.contract.ClosedChat;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words in another script than Spanish has. A name is none, nor what the chat itself says: a word of the chat, one with a capital
 * before small letters, or, where a script has no capitals, a short one where a name may stand. Linear.
 */
final class OtherScripts {
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]++");
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)[\\s\\p{P}]*$");
    private static final Set<UnicodeScript> OWN =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);
    /** What stands before a name. */
    private static final Set<String> BEFORE_A_NAME = Set.of(
            "a", "al", "de", "del", "con", "por", "para", "y", "e", "según", "cliente", "clienta", "agente", "asesor",
            "asesora", "usuario", "usuaria", "señor", "señora", "sr", "sra", "don", "doña", "llamado", "llamada",
            "llama");

    private static final int LONGEST_NAME = 6;
    private static final int MOST_NAMES = 4;
    /** Two letters are a unit or a formula, such as μs. */
    private static final int SHORTEST_WORD = 3;

    private static final int LOOKED_BACK = 40;

    private OtherScripts() {}

    static boolean areIn(String text, ClosedChat chat) {
        var words = WORDS.matcher(text).results().filter(OtherScripts::isOther).toList();
        return words.size() > MOST_NAMES || words.stream().anyMatch(word -> !isName(word, text, chat));
    }

    private static boolean isOther(MatchResult word) {
        return word.group().codePoints().anyMatch(OtherScripts::isOther);
    }

    private static boolean isOther(int codePoint) {
        return Character.isLetter(codePoint) && !OWN.contains(UnicodeScript.of(codePoint));
    }

    private static boolean isName(MatchResult word, String text, ClosedChat chat) {
        var letters = word.group();
        if (letters.length() < SHORTEST_WORD && letters.codePoints().anyMatch(OtherScripts::isGreek)) {
            return true;
        }
        if (isSaidIn(chat, letters)) {
            return true;
        }
        boolean isMixed = letters.codePoints().anyMatch(letter -> Character.isLetter(letter) && !isOther(letter));
        if (isMixed) {
            return false;
        }
        int first = letters.codePointAt(0);
        boolean hasCapitals = Character.isUpperCase(first) || Character.isLowerCase(first);
        return hasCapitals
                ? Character.isUpperCase(first)
                : letters.length() <= LONGEST_NAME && isNamePlace(text.substring(0, word.start()));
    }

    private static boolean isGreek(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.GREEK;
    }

    private static boolean isSaidIn(ClosedChat chat, String word) {
        return chat.messages().stream().anyMatch(message -> message.text().contains(word));
    }

    private static boolean isNamePlace(String before) {
        var near = before.substring(Math.max(0, before.length() - LOOKED_BACK));
        var last = LAST_WORD.matcher(near);
        return !last.find() || BEFORE_A_NAME.contains(last.group(1).toLowerCase(Locale.ROOT));
    }
}
