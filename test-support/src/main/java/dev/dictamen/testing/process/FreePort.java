package dev.dictamen.testing.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that was free a moment ago, from a range that outgoing connections do not use: none of them takes it while whoever
 * is to listen there still starts. The local stack chooses its own ports above this range.
 */
public final class FreePort {
    private static final int FIRST = 11_000;
    private static final int LAST = 19_999;
    private static final int MOST_TRIES = 1_000;

    private FreePort() {}

    public static int find() {
        return ThreadLocalRandom.current()
                .ints(MOST_TRIES, FIRST, LAST + 1)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
