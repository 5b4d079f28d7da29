package dev.dictamen.ingest.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

    private final ChatCapture capture;
    private final CaptureProperties limits;
    private final Scheduler captureScheduler;
    private final Semaphore uploads;

    ChatHandler(ChatCapture capture, CaptureProperties limits, Scheduler captureScheduler) {
        this.capture = capture;
        this.limits = limits;
        this.captureScheduler = captureScheduler;
        this.uploads = new Semaphore(limits.maxUploads(), true);
    }

    Mono<ServerResponse> captureOne(ServerRequest request) {
        return answer(() -> read(request, body -> {
            capture.one(body);
            return new CaptureAnswer(1, List.of());
        }));
    }

    Mono<ServerResponse> captureLines(ServerRequest request) {
        return answer(() -> inTurn(() -> read(request, this::lines)));
    }

    private CaptureAnswer lines(InputStream body) throws IOException, InterruptedException {
        var answer = capture.lines(body);
        int rejected = answer.rejected().size();
        log.info("event=chats-captured accepted={} rejected={}", answer.accepted(), rejected);
        return answer;
    }

    /** Uploads wait before they read, so that no sender's time runs while it waits. */
    private CaptureAnswer inTurn(Callable<CaptureAnswer> upload) throws Exception {
        uploads.acquire();
        try {
            return upload.call();
        } finally {
            uploads.release();
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
