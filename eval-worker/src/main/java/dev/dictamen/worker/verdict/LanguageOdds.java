package dev.dictamen.worker.verdict;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How probable each of Spanish and the languages it is confused with is for a text, by the statistical detector that Tika
 * ships. Only these languages' models are loaded, once, on first use (docs/adr/0015). Safe for all threads.
 */
final class LanguageOdds {
    private static final List<String> LANGUAGES = List.of("es", "en", "pt", "ca", "gl", "fr", "it");
    private static final LanguageDetector DETECTOR = load();

    private LanguageOdds() {}

    /** Probabilities by language tag; a language that is all but impossible is left out, and nothing is there of no text. */
    static Map<String, Float> of(String text) {
        return DETECTOR.getProbabilities(text).stream()
                .collect(Collectors.toMap(
                        found -> found.getLocale().getLanguage(), found -> (float) found.getProbability()));
    }

    private static LanguageDetector load() {
        try {
            return LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().read(LANGUAGES))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the language models are not in the jar", e);
        }
    }
}
