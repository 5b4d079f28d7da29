package dev.dictamen.gateway.live;

import java.util.Collection;
import java.util.stream.Collectors;

/** The server's side of the protocol as text. Cursors are base64url, so nothing here needs escaping. */
final class Frames {
    static final String GAP = "{\"type\":\"gap\"}";
    static final String RESET = "{\"type\":\"reset\"}";

    private Frames() {}

    static String hello(long expiresAtSeconds, long heartbeatSeconds, StreamCursor cursor) {
        return "{\"type\":\"hello\",\"exp\":%d,\"heartbeatSec\":%d,\"cursor\":\"%s\"}"
                .formatted(expiresAtSeconds, heartbeatSeconds, cursor.encode());
    }

    static String heartbeat(StreamCursor cursor) {
        return "{\"type\":\"hb\",\"cursor\":\"%s\"}".formatted(cursor.encode());
    }

    static String renewed(long expiresAtSeconds) {
        return "{\"type\":\"auth_ok\",\"exp\":%d}".formatted(expiresAtSeconds);
    }

    /** A part of a batch: the place in the stream is not moved by it. */
    static String evaluations(Collection<LiveEvent> events) {
        return "{\"type\":\"evaluations\",\"items\":" + items(events) + "}";
    }

    static String evaluations(Collection<LiveEvent> events, StreamCursor cursor) {
        return "{\"type\":\"evaluations\",\"cursor\":\"" + cursor.encode() + "\",\"items\":" + items(events) + "}";
    }

    private static String items(Collection<LiveEvent> events) {
        return events.stream().map(LiveEvent::json).collect(Collectors.joining(",", "[", "]"));
    }
}
