package dev.dictamen.ingest.redact;

import dev.dictamen.ingest.clues.Clue;
import dev.dictamen.ingest.clues.Clues;
import dev.dictamen.ingest.clues.FoldedText;
import dev.dictamen.ingest.clues.Stretch;
import java.util.ArrayList;
import java.util.List;

/** The detectors of the kinds that are set. Each searches only where a text has what it needs; most texts have nothing. */
final class Detectors {
    private static final int CONTEXT = 80;

    private final List<Detector> detectors;

    Detectors(List<Kind> kinds) {
        this.detectors = kinds.stream().flatMap(kind -> of(kind).stream()).toList();
    }

    static List<Detector> of(Kind kind) {
        return switch (kind) {
            case EMAIL -> EmailAddresses.detectors();
            case IBAN -> List.of(new IbanDetector());
            case MX -> MexicanIds.detectors();
            case CARD -> List.of(new CardDetector());
            case CL -> ChileanIds.detectors();
            case ES -> SpanishIds.detectors();
            case AR -> ArgentineIds.detectors();
            case CO -> ColombianIds.detectors();
            case PE -> PeruvianIds.detectors();
            case PHONE -> List.of(new PhoneDetector());
        };
    }

    /**
     * The spans in the original text.
     *
     * @param before what was said before: it may name what the text holds ("your phone number?")
     */
    List<Span> find(String before, FoldedText text) {
        if (!Clue.isAnyIn(text.text())) {
            return List.of();
        }
        String context = FoldedText.of(tail(before)).text() + FoldedText.BOUNDARY;
        return find(context + text.text()).stream()
                .filter(span -> span.start() >= context.length())
                .map(span -> span.movedBy(-context.length()).inOriginal(text))
                .toList();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - CONTEXT));
    }

    private List<Span> find(String text) {
        var clues = Clues.in(text);
        var spans = new ArrayList<Span>();
        for (Detector detector : detectors) {
            for (Stretch stretch : clues.meeting(detector.needs())) {
                spans.addAll(detector.find(text, stretch));
            }
        }
        return spans;
    }
}
