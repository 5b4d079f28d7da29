package dev.dictamen.simulator.obedience;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model was told to do by somebody who must not tell it anything.
 *
 * @param score the score to give; null = none was named
 * @param english to write in English
 * @param formless to answer something else than the object
 * @param revealing to tell the system prompt
 */
public record Orders(@Nullable String score, boolean english, boolean formless, boolean revealing) {
    /** Nobody ordered anything. */
    public static final Orders NONE = new Orders(null, false, false, false);

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** For the journal: {@code score=great+english}; null when there is none. */
    public @Nullable String inWords() {
        List<String> words = new ArrayList<>();
        if (score != null) {
            words.add("score=" + score);
        }
        if (english) {
            words.add("english");
        }
        if (formless) {
            words.add("format");
        }
        if (revealing) {
            words.add("prompt");
        }
        return words.isEmpty() ? null : String.join("+", words);
    }
}
