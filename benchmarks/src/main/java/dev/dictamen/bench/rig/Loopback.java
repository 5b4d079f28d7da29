package dev.dictamen.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses on this machine. */
public final class Loopback {
    private Loopback() {}

    /** The loopback address, as digits. */
    public static String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    /** A port that is free now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI uri(int port) throws URISyntaxException {
        return new URI("http", null, host(), port, "/", null, null);
    }
}
