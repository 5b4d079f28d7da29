package dev.dictamen.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dictamen.ingest.clues.Clue;
import dev.dictamen.ingest.clues.Clues;
import dev.dictamen.ingest.clues.FoldedText;
import dev.dictamen.ingest.clues.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each detector says that it needs is true: nothing else is ever found, in no stretch and across none. */
class DetectorNeedsTest {
    private static final long SEED = 20261128;
    private static final int EACH = 400;
    private static final List<Detector> ALL = Arrays.stream(Kind.values())
            .flatMap(kind -> Detectors.of(kind).stream())
            .toList();

    private final Digits digits = new Digits(new Random(SEED));
    private final PersonalData data = new PersonalData(digits);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsFoundHasWhatItsDetectorNeeds(Kind kind) {
        for (int turn = 0; turn < EACH; turn++) {
            String text = example(kind);
            for (Detector detector : Detectors.of(kind)) {
                assertThat(inOneStretch(detector, text))
                        .allSatisfy(span -> assertThat(Clues.in(text.substring(span.start(), span.end()))
                                        .meeting(detector.needs()))
                                .as("seed %d: %s", SEED, text)
                                .hasSize(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsFoundWhereTheyAreTooFew(Kind kind) {
        for (int turn = 0; turn < EACH; turn++) {
            String example = example(kind);
            for (Detector detector : Detectors.of(kind)) {
                String text = withLess(example, detector);
                assertThat(inOneStretch(detector, text))
                        .as("seed %d: %s", SEED, text)
                        .isEmpty();
            }
        }
    }

    /** One clue less than needed: the first digits stay, of signs and words none. */
    private static String withLess(String example, Detector detector) {
        var text = new StringBuilder(example.replaceAll("(?i)@|[ (\\[](?:at|arroba)(?=[ )\\]])", "x"));
        int left = detector.needs().fewest() - 1;
        for (int at = 0; at < text.length(); at++) {
            if (Clue.isDigit(text.charAt(at)) && left-- <= 0) {
                text.setCharAt(at, 'x');
            }
        }
        return text.toString();
    }

    @Test
    void stretchesHideNothingAndCutNothing() {
        int found = 0;
        for (int turn = 0; turn < 10 * EACH; turn++) {
            String text = folded(packed());
            for (Detector detector : ALL) {
                List<Span> inOne = inOneStretch(detector, text);
                assertThat(inStretches(detector, text))
                        .as("seed %d: %s", SEED, text)
                        .isEqualTo(inOne);
                found += inOne.size();
            }
        }
        assertThat(found).isGreaterThan(10 * EACH);
    }

    /** Data and look-alikes, some of them cut, with so much between them that stretches now meet and now do not. */
    private String packed() {
        var lookAlikes = new LookAlikes(digits);
        var text = new StringBuilder();
        for (int part = 0; part < 6; part++) {
            Kind kind = digits.any(Kind.values());
            String piece = digits.any(data.of(kind), data.of(kind), lookAlikes.any());
            text.append(digits.below(4) == 0 ? piece.substring(digits.below(piece.length())) : piece);
            text.append(digits.any("", " ", ", ", "-", "\n", "@", " at ", " tel ", " dni ", "cvv 123 ", " 08/27 "));
            text.append(digits.any("", "x", " ", "a b ", "-").repeat(digits.below(20)));
        }
        return text.toString();
    }

    static List<String> longest() {
        String label = "x".repeat(63) + ".";
        return List.of(
                "\uD835\uDC1A".repeat(64) + "@" + ("\uD835\uDC1A".repeat(63) + ".").repeat(8)
                        + "\uD835\uDC1A".repeat(24),
                "a".repeat(64) + "@" + label.repeat(8) + "xn--" + "x".repeat(59),
                "a".repeat(64) + " @ protonmail , com.mx",
                "\uD835\uDC1A".repeat(64) + "  [arroba]  " + "x".repeat(40)
                        + ("  (punto)  " + "x".repeat(24)).repeat(3),
                "a".repeat(64) + " at " + "x".repeat(40) + (" dot " + "x".repeat(24)).repeat(3),
                "XEXX 010101 HNEXXX A4",
                "EJPM-800101-AB6",
                "12345678.  Z",
                "DNI 45678912 - K",
                "+ (56)  9 - 8765 - 4321",
                "4111  1111 - 1111  1111");
    }

    @ParameterizedTest
    @MethodSource("longest")
    void theLongestThatIsFoundIsFoundInAStretchToo(String datum) {
        var spans = new ArrayList<Span>();
        for (String around : List.of("", " ", "; ", " y ".repeat(20), " 1 ", " @ ", " x at y ")) {
            String text = folded(around + datum + around);
            for (Detector detector : ALL) {
                List<Span> inOne = inOneStretch(detector, text);
                assertThat(inStretches(detector, text)).isEqualTo(inOne);
                spans.addAll(inOne);
            }
        }
        assertThat(spans).isNotEmpty();
    }

    private String example(Kind kind) {
        return folded(String.join(" ", Sentences.with(kind, digits, data).texts()));
    }

    private static String folded(String text) {
        return FoldedText.of(text).text();
    }

    private static List<Span> inOneStretch(Detector detector, String text) {
        return detector.find(text, new Stretch(0, text.length(), text.length(), text.length() - 1));
    }

    private static List<Span> inStretches(Detector detector, String text) {
        return Clues.in(text).meeting(detector.needs()).stream()
                .flatMap(stretch -> detector.find(text, stretch).stream())
                .toList();
    }
}
