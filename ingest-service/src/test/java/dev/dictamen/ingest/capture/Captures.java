package dev.dictamen.ingest.capture;

import dev.dictamen.ingest.jsonl.ParsedChats;
import dev.dictamen.kafka.LongTexts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The parts of the capture under test. */
final class Captures {
    private Captures() {}

    static CaptureAnswer lines(RecordingTopic topic, byte[] body) {
        return lines(topic, body, 50_000);
    }

    static CaptureAnswer lines(RecordingTopic topic, byte[] body, int maxLines) {
        try {
            return capture(topic, maxLines).lines(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ChatCapture capture(RecordingTopic topic, int maxLines) {
        var limits = new CaptureProperties(
                "a-key-of-the-test-only", DataSize.ofMegabytes(32), maxLines, 3, 2, Duration.ofSeconds(5));
        return new ChatCapture(ParsedChats.reader(), topic, new LongTexts(), limits, new SimpleMeterRegistry());
    }
}
