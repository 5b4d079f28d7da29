package dev.dictamen.ingest.files;

import dev.dictamen.ingest.found.ChatLimits;

/** A name as the door takes it: on one line, and as a database's is cut where it is longer than a name may be. */
final class OneLine {
    private OneLine() {}

    /** @param isName whether the bound of names holds; attributes are cut at the door */
    static String of(String text, boolean isName) {
        var line = text.codePoints()
                .map(character -> Character.isISOControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return isName && line.codePointCount(0, line.length()) > ChatLimits.NAME
                ? line.substring(0, line.offsetByCodePoints(0, ChatLimits.NAME))
                : line;
    }
}
