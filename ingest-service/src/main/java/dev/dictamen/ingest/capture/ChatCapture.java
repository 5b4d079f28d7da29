package dev.dictamen.ingest.capture;

import dev.dictamen.ingest.capture.CaptureAnswer.Rejection;
import dev.dictamen.ingest.found.FoundTopic;
import dev.dictamen.ingest.jsonl.BodyStart;
import dev.dictamen.ingest.jsonl.ChatReader;
import dev.dictamen.ingest.jsonl.Limits;
import dev.dictamen.ingest.jsonl.Line;
import dev.dictamen.ingest.jsonl.Lines;
import dev.dictamen.ingest.jsonl.RejectedChatException;
import dev.dictamen.ingest.jsonl.UnreadTimes;
import dev.dictamen.kafka.LongTexts;
import dev.dictamen.kafka.LongTexts.Urgency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Reads chats out of a body and returns when the broker has them. One bad line never costs its neighbours. Blocks. */
@Component
class ChatCapture {
    private final ChatReader reader;
    private final FoundTopic found;
    private final LongTexts texts;
    private final CaptureProperties limits;
    private final Counter accepted;
    private final Counter rejected;

    ChatCapture(
            ChatReader reader, FoundTopic found, LongTexts texts, CaptureProperties limits, MeterRegistry registry) {
        this.reader = reader;
        this.found = found;
        this.texts = texts;
        this.limits = limits;
        this.accepted = registry.counter("capture.chats", "outcome", "accepted");
        this.rejected = registry.counter("capture.chats", "outcome", "rejected");
    }

    /** One JSON object, a chat that has just closed; throws {@link RejectedChatException} when it is refused. */
    CaptureAnswer one(InputStream body) throws IOException, InterruptedException {
        var json = BodyStart.of(body).readNBytes(Limits.LINE_BYTES + 1);
        if (json.length > Limits.LINE_BYTES) {
            throw new TooLargeException("a chat is longer than " + Limits.LINE_BYTES + " bytes");
        }
        var window = new InFlightChats(1);
        var times = new UnreadTimes();
        try {
            window.add(sent(ByteBuffer.wrap(json), Urgency.LIVE, times), json.length);
        } catch (RejectedChatException e) {
            rejected.increment();
            throw e;
        }
        accepted.increment(window.await());
        return new CaptureAnswer(1, List.of(), times);
    }

    /** JSON lines, a bulk. A body that is not text at all is one rejection, of line 1. */
    CaptureAnswer lines(InputStream body) throws IOException, InterruptedException {
        var bulk = new Bulk(new InFlightChats(limits.windowChats()), new ArrayList<>(), new UnreadTimes());
        var rejections = bulk.rejections;
        try {
            sendAll(new Lines(BodyStart.of(body)), bulk);
        } catch (RejectedChatException e) {
            rejections.add(new Rejection(1, null, e.reason()));
        }
        int taken = bulk.window.await();
        accepted.increment(taken);
        rejected.increment(rejections.size());
        return new CaptureAnswer(taken, rejections, bulk.times);
    }

    /** What becomes of the lines of one body. */
    private record Bulk(InFlightChats window, List<Rejection> rejections, UnreadTimes times) {}

    private void sendAll(Lines lines, Bulk bulk) throws IOException, InterruptedException {
        int count = 0;
        for (Line line = lines.next(); !(line instanceof Line.End); line = lines.next()) {
            if (++count > limits.maxLines()) {
                throw new TooLargeException("the body has more than " + limits.maxLines() + " lines; send it in parts");
            }
            send(line, bulk);
        }
    }

    private void send(Line line, Bulk bulk) throws InterruptedException {
        switch (line) {
            case Line.Content(long number, ByteBuffer utf8) -> send(number, utf8, bulk);
            case Line.TooLong(long number) ->
                bulk.rejections.add(
                        new Rejection(number, null, "the line is longer than " + Limits.LINE_BYTES + " bytes"));
            case Line.End() -> {}
        }
    }

    private void send(long number, ByteBuffer utf8, Bulk bulk) throws InterruptedException {
        CompletableFuture<?> sent;
        try {
            sent = sent(utf8, Urgency.BULK, bulk.times);
        } catch (RejectedChatException e) {
            bulk.rejections.add(new Rejection(number, e.chatId(), e.reason()));
            return;
        }
        bulk.window.add(sent, utf8.remaining());
    }

    /** A chat on its way. A long one waits for its turn; when its sender leaves meanwhile, it is not read at all. */
    private CompletableFuture<?> sent(ByteBuffer utf8, Urgency urgency, UnreadTimes times) throws InterruptedException {
        return texts.on(utf8.remaining(), urgency, () -> found.send(reader.read(utf8, times)));
    }
}
