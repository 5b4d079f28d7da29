package dev.dictamen.worker.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageDetector;

/**
 * How probable each of Spanish and the languages it is confused with is for a text, by Tika's statistical detector. Models are
 * loaded once, on first use; threads take turns, as the detector keeps the text it reads.
 */
final class LanguageOdds {
    private static final Set<String> LANGUAGES = Set.of("es", "en", "pt", "ca", "gl", "fr", "it");
    private static final LanguageDetector DETECTOR = load();

    private LanguageOdds() {}

    /** Probabilities by language tag; a language that is all but impossible is left out, and nothing is there of no text. */
    static Map<String, Float> of(String text) {
        var odds = new HashMap<String, Float>();
        synchronized (DETECTOR) {
            for (var result : DETECTOR.detectAll(text)) {
                if (!result.getLanguage().isEmpty()) {
                    odds.put(result.getLanguage(), result.getRawScore());
                }
            }
        }
        return odds;
    }

    private static LanguageDetector load() {
        try {
            return new OptimaizeLangDetector().loadModels(LANGUAGES);
        } catch (IOException e) {
            throw new UncheckedIOException("the language models are not in the jar", e);
        }
    }
}
