package dev.dictamen.worker.verdict;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes out of a verdict's text what is no part of it, where that is safe. What is left may still be {@link Nonsense}. */
final class TextMending {
    /** No text keeps more characters than this, whatever they come to. */
    private static final int MOST = 5_000;

    /** In the order in which they are undone: one may hide in another. */
    private static final List<Mend> MENDS = List.of(
            new Mend(Salvage.TEXT_ESCAPES, Escapes::undone),
            new Mend(Salvage.TEXT_MOJIBAKE, Mojibake::undone),
            new Mend(Salvage.TEXT_INVISIBLE, Invisible::removed),
            new Mend(Salvage.TEXT_CONTROL_TOKENS, ControlTokens::trimmed),
            new Mend(Salvage.TEXT_REPEATED, Loops::cut));

    private TextMending() {}

    private record Mend(Salvage kind, UnaryOperator<String> way) {}

    /** The text without; {@code mended} gets each kind of mend that it took. Accents are joined to their letters. */
    static String of(String given, List<Salvage> mended) {
        var text = given.length() <= MOST ? given : given.substring(0, given.offsetByCodePoints(0, MOST / 2));
        for (var mend : MENDS) {
            var after = mend.way.apply(text);
            if (!after.equals(text)) {
                mended.add(mend.kind);
            }
            text = after.strip();
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
