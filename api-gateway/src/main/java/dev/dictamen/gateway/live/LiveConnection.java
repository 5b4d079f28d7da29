package dev.dictamen.gateway.live;

import dev.dictamen.gateway.security.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One browser tab's socket. A slow browser loses frames and is told so by one gap notice; it never slows the feed or
 * another browser.
 */
class LiveConnection {
    private static final int INBOUND_LIMIT = 20;
    private static final Duration INBOUND_PERIOD = Duration.ofSeconds(10);

    private final Reader reader;
    private final String signIn;
    private final Sinks.Many<String> outbound;
    private final Sinks.One<CloseCode> ending = Sinks.one();
    private final Instant openedAt;
    private Instant expiresAt;
    private Instant heardAt;
    private Instant inboundSince;
    private int inbound;
    private boolean hasGap;
    private boolean hasResumed;

    /** @param signIn the {@code sid} of the token */
    LiveConnection(Reader reader, String signIn, Instant openedAt, Instant expiresAt, int queueFrames) {
        this.reader = reader;
        this.signIn = signIn;
        this.openedAt = openedAt;
        this.heardAt = openedAt;
        this.inboundSince = openedAt;
        this.expiresAt = expiresAt;
        this.outbound = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(queueFrames));
    }

    Reader reader() {
        return reader;
    }

    String signIn() {
        return signIn;
    }

    /** What goes out, until the socket ends. */
    Flux<String> frames() {
        return outbound.asFlux().takeUntilOther(ending.asMono());
    }

    Mono<CloseCode> ending() {
        return ending.asMono();
    }

    void close(CloseCode code) {
        ending.tryEmitValue(code);
    }

    synchronized void offer(String frame) {
        if (hasGap && emit(Frames.GAP)) {
            hasGap = false;
        }
        if (hasGap || !emit(frame)) {
            hasGap = true;
        }
    }

    private boolean emit(String frame) {
        return outbound.tryEmitNext(frame) != Sinks.EmitResult.FAIL_OVERFLOW;
    }

    synchronized void renew(Instant until) {
        if (until.isAfter(expiresAt)) {
            expiresAt = until;
        }
    }

    synchronized Instant expiresAt() {
        return expiresAt;
    }

    /** Whether a heartbeat is due; if so, the next one is due a period later. */
    synchronized boolean isHeartbeatDue(Instant now, Duration period) {
        if (now.isBefore(heardAt.plus(period))) {
            return false;
        }
        heardAt = now;
        return true;
    }

    synchronized void resumed() {
        hasResumed = true;
    }

    /** Whether frames move the client's place: not before it had the chance to say where it left off. */
    synchronized boolean isSettled(Instant now, Duration resumeWindow) {
        return hasResumed || now.isAfter(openedAt.plus(resumeWindow));
    }

    /** Counts a message of the client; false when they come too fast. */
    synchronized boolean admits(Instant now) {
        if (now.isAfter(inboundSince.plus(INBOUND_PERIOD))) {
            inboundSince = now;
            inbound = 0;
        }
        return ++inbound <= INBOUND_LIMIT;
    }
}
