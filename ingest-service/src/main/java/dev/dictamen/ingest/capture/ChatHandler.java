package dev.dictamen.ingest.capture;

import dev.dictamen.kafka.LongTexts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@code POST /v1/chats}: one object or JSON lines, answered when the broker has acknowledged every accepted chat. The
 * body is read as it comes, on a virtual thread, never faster than the broker takes it.
 */
@Component
class ChatHandler {
    private static final Logger log = LoggerFactory.getLogger(ChatHandler.class);
    private static final int BUFFERS_AHEAD = 16;
    /** Read at once: as many as keep who reads their text busy, and no more, since each is held in memory. */
    private static final int LONG_CHATS_AT_ONCE = 4;

    private final ChatCapture capture;
    private final CaptureProperties limits;
    private final Scheduler captureScheduler;
    private final Semaphore uploads;
    private final Semaphore longChats;

    ChatHandler(ChatCapture capture, CaptureProperties limits, Scheduler captureScheduler) {
        this.capture = capture;
        this.limits = limits;
        this.captureScheduler = captureScheduler;
        this.uploads = new Semaphore(limits.maxUploads(), true);
        this.longChats = new Semaphore(LONG_CHATS_AT_ONCE, true);
    }

    Mono<ServerResponse> captureOne(ServerRequest request) {
        boolean isLong = request.headers().contentLength().orElse(Long.MAX_VALUE) > LongTexts.LONG;
        return answer(() -> isLong ? inTurn(longChats, () -> one(request)) : one(request));
    }

    private CaptureAnswer one(ServerRequest request) throws IOException, InterruptedException {
        return read(request, body -> {
            return capture.one(body);
        });
    }

    Mono<ServerResponse> captureLines(ServerRequest request) {
        return answer(() -> inTurn(uploads, () -> read(request, this::lines)));
    }

    private CaptureAnswer lines(InputStream body) throws IOException, InterruptedException {
        var answer = capture.lines(body);
        int rejected = answer.rejected().size();
        log.info("event=chats-captured accepted={} rejected={}", answer.accepted(), rejected);
        return answer;
    }

    /** Lines and long chats wait before they are read: no sender's time runs while it waits, and few bodies are held. */
    private static CaptureAnswer inTurn(Semaphore turns, Callable<CaptureAnswer> upload) throws Exception {
        turns.acquire();
        try {
            return upload.call();
        } finally {
            turns.release();
        }
    }

    private Mono<ServerResponse> answer(Callable<CaptureAnswer> reading) {
        return Mono.fromCallable(reading)
                .subscribeOn(captureScheduler)
                .onErrorMap(Exceptions::unwrap)
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer))
                .onErrorResume(Problems::answer);
    }

    private CaptureAnswer read(ServerRequest request, Reading reading) throws IOException, InterruptedException {
        long limit = limits.maxBody().toBytes();
        if (request.headers().contentLength().orElse(0) > limit) {
            throw new TooLargeException("the body is longer than " + limit + " bytes; send it in parts");
        }
        var chunks = request.bodyToFlux(DataBuffer.class).timeout(limits.readTimeout());
        try (var body = new BoundedInputStream(DataBufferUtils.subscriberInputStream(chunks, BUFFERS_AHEAD), limit)) {
            return reading.of(new BufferedInputStream(body));
        }
    }

    /** What is done with a body. */
    private interface Reading {
        CaptureAnswer of(InputStream body) throws IOException, InterruptedException;
    }

    static MediaType[] lineTypes() {
        return new MediaType[] {
            MediaType.APPLICATION_NDJSON, MediaType.parseMediaType("application/jsonl"),
        };
    }
}
