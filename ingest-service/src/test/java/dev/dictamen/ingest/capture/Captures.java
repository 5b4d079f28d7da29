package dev.dictamen.ingest.capture;

import dev.dictamen.contract.ClosedChat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.util.unit.DataSize;

/** The parts of the capture under test, with a clock that stands still. */
final class Captures {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final ChatReader READER = new ChatReader(Clock.fixed(NOW, ZoneOffset.UTC));

    private Captures() {}

    static ChatReader reader() {
        return READER;
    }

    static ClosedChat read(String json) {
        return READER.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    static CaptureAnswer lines(RecordingTopic topic, byte[] body) {
        return lines(topic, body, 50_000);
    }

    static CaptureAnswer lines(RecordingTopic topic, byte[] body, int maxLines) {
        try {
            return capture(topic, maxLines).lines(new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static ChatCapture capture(RecordingTopic topic, int maxLines) {
        var limits = new CaptureProperties(
                "a-key-of-the-test-only", DataSize.ofMegabytes(32), maxLines, 3, 2, Duration.ofSeconds(5));
        return new ChatCapture(READER, topic, limits, new SimpleMeterRegistry());
    }
}
