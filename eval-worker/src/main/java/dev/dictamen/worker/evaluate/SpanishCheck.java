package dev.dictamen.worker.evaluate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells Spanish from English and Portuguese by the small words that every sentence has. Short or undecided texts pass: a
 * quotation from the chat must not condemn a Spanish reason.
 */
final class SpanishCheck {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> SPANISH = Set.of(
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "que",
            "y",
            "en",
            "un",
            "una",
            "con",
            "por",
            "para",
            "se",
            "su",
            "al",
            "es",
            "fue",
            "pero",
            "más",
            "muy",
            "lo",
            "le",
            "no",
            "sin",
            "como",
            "agente",
            "cliente",
            "respuesta");
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "and",
            "of",
            "to",
            "was",
            "is",
            "in",
            "with",
            "for",
            "his",
            "her",
            "their",
            "that",
            "but",
            "agent",
            "customer",
            "should",
            "not",
            "very",
            "by",
            "on",
            "at",
            "it",
            "were",
            "be",
            "could",
            "response",
            "this",
            "have",
            "has");
    private static final Set<String> PORTUGUESE = Set.of(
            "o",
            "os",
            "as",
            "do",
            "da",
            "dos",
            "das",
            "não",
            "com",
            "uma",
            "um",
            "em",
            "foi",
            "mas",
            "para",
            "ao",
            "mais",
            "muito",
            "você",
            "pelo",
            "pela",
            "atendente",
            "resposta",
            "seu",
            "sua");

    private SpanishCheck() {}

    static boolean isSpanish(String text) {
        int spanish = 0;
        int english = 0;
        int portuguese = 0;
        for (var word : NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT))) {
            spanish += SPANISH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
            portuguese += PORTUGUESE.contains(word) ? 1 : 0;
        }
        return spanish >= english && spanish >= portuguese;
    }
}
