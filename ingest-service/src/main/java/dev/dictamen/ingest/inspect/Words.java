package dev.dictamen.ingest.inspect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that a table's or column's name is made of: lh_chats, lhChats and LH-CHATS are [lh, chat]. */
final class Words {
    private Words() {}

    static List<String> of(String name) {
        var apart = name.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
        return Stream.of(apart.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Words::singular)
                .toList();
    }

    private static String singular(String word) {
        if (word.endsWith("iones") || word.endsWith("ores") || word.endsWith("ades")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }
}
