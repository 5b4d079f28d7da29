package dev.dictamen.stack.boot;

import dev.dictamen.stack.home.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * Ports that were free at the start, from a range that outgoing connections do not use, so that a part that dies finds its
 * own port free again.
 */
final class Ports {
    private final StackSettings settings;
    private final Deque<Integer> free = new ArrayDeque<>();

    Ports(StackSettings settings, Random random) {
        this.settings = settings;
        int first = settings.number("ports.first");
        int count = settings.number("ports.last") - first + 1;
        int start = random.nextInt(count);
        for (int i = 0; i < count && free.size() < 16; i++) {
            int port = first + (start + i) % count;
            if (isFree(port)) {
                free.add(port);
            }
        }
    }

    /** The next free port. */
    int next() {
        return free.remove();
    }

    String nextAsText() {
        return Integer.toString(next());
    }

    boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, host())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private InetAddress host() {
        try {
            return InetAddress.getByName(settings.text("host"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
