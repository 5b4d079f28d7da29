package dev.dictamen.bench.rig;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses on this machine. */
public final class Loopback {
    private Loopback() {}

    /** The loopback address, as digits. */
    public static String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    static URI uri(int port) throws URISyntaxException {
        return new URI("http", null, host(), port, "/", null, null);
    }
}
