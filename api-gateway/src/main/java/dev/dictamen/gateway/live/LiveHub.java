package dev.dictamen.gateway.live;

import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.signin.SignInEnded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All open sockets and the ring behind them. One lock orders everything, so a socket that comes back misses nothing
 * between what the ring replays and what comes live.
 */
@Component
class LiveHub {
    private static final int MOST_ITEMS = 500;
    private static final int LONGEST_REPLAY = 20_000;

    private final SocketProperties properties;
    private final Clock clock;
    private final EventRing ring;
    private final Set<LiveConnection> connections = new CopyOnWriteArraySet<>();

    LiveHub(SocketProperties properties, StreamProperties stream, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.ring = new EventRing(stream.ringSize());
        this.clock = clock;
        Gauge.builder("dictamen.live.sockets", connections, Set::size)
                .description("open live sockets")
                .register(meters);
    }

    /** The stream begins at these offsets. */
    synchronized void start(String epoch, Map<Integer, Long> offsets) {
        ring.start(epoch, offsets);
        connections.forEach(connection -> connection.offer(Frames.RESET));
    }

    synchronized StreamCursor cursor() {
        return ring.cursor();
    }

    /** Adds a socket and greets it; false when its user has too many. */
    synchronized boolean open(LiveConnection connection) {
        String username = connection.reader().username();
        long own = connections.stream()
                .filter(other -> other.reader().username().equals(username))
                .count();
        if (own >= properties.socketsPerUser()) {
            return false;
        }
        connections.add(connection);
        connection.offer(Frames.hello(
                connection.expiresAt().getEpochSecond(), properties.heartbeat().toSeconds(), ring.cursor()));
        return true;
    }

    synchronized void remove(LiveConnection connection) {
        connections.remove(connection);
    }

    /** Sends a batch to everybody who may see it; what several sockets get is encoded once. */
    synchronized void publish(List<LiveEvent> events, Map<Integer, Long> next) {
        events.forEach(ring::add);
        ring.advance(next);
        if (events.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<Audience, List<String>> encoded = new HashMap<>();
        for (LiveConnection connection : connections) {
            var audience =
                    new Audience(connection.reader().scope(), connection.isSettled(now, properties.resumeWindow()));
            encoded.computeIfAbsent(audience, key -> encode(events, key.scope(), key.isSettled()))
                    .forEach(connection::offer);
        }
    }

    /** Those who get the same frames. */
    private record Audience(Reader.Scope scope, boolean isSettled) {}

    private List<String> encode(List<LiveEvent> events, Reader.Scope scope, boolean movesCursor) {
        List<LiveEvent> visible =
                events.stream().filter(event -> scope.sees(event.team())).toList();
        var frames = new ArrayList<String>();
        for (int from = 0; from < visible.size(); from += MOST_ITEMS) {
            int to = Math.min(from + MOST_ITEMS, visible.size());
            List<LiveEvent> part = visible.subList(from, to);
            frames.add(
                    movesCursor && to == visible.size()
                            ? Frames.evaluations(part, ring.cursor())
                            : Frames.evaluations(part));
        }
        return frames;
    }

    /** Replays what a socket missed since its cursor, or tells it to begin again. */
    synchronized void resume(LiveConnection connection, Optional<StreamCursor> cursor) {
        connection.resumed();
        Optional<List<LiveEvent>> missed =
                cursor.flatMap(ring::since).filter(events -> events.size() <= LONGEST_REPLAY);
        if (missed.isEmpty()) {
            connection.offer(Frames.RESET);
        } else {
            encode(missed.get(), connection.reader().scope(), true).forEach(connection::offer);
        }
        connection.offer(Frames.heartbeat(ring.cursor()));
    }

    /** Once a second: heartbeats, and an end to sockets whose token has ended. */
    @Scheduled(fixedRate = 1000)
    synchronized void tick() {
        Instant now = clock.instant();
        for (LiveConnection connection : connections) {
            if (now.isAfter(connection.expiresAt().plus(properties.tokenGrace()))) {
                connection.close(CloseCode.EXPIRED);
            } else if (connection.isHeartbeatDue(now, properties.heartbeat())) {
                connection.offer(Frames.heartbeat(ring.cursor()));
            }
        }
    }

    @EventListener
    void onSignInEnded(SignInEnded ended) {
        connections.stream()
                .filter(connection -> ended.covers(connection.reader().username(), connection.signIn()))
                .forEach(connection -> connection.close(CloseCode.REVOKED));
    }

    /** The gateway stops: browsers come back elsewhere, or here a little later. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        connections.forEach(connection -> connection.close(CloseCode.GOING_AWAY));
    }
}
