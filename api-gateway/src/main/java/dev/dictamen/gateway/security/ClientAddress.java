package dev.dictamen.gateway.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request came from. Only a proxy on this very machine is believed, and only the last address it added to
 * {@code X-Forwarded-For}: what stands before that, the client itself may have written.
 */
public final class ClientAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private ClientAddress() {}

    /** An address, or "unknown". */
    public static String of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        InetAddress address = peer == null ? null : peer.getAddress();
        if (address == null) {
            return "unknown";
        }
        String forwarded = address.isLoopbackAddress() ? lastForwarded(request) : "";
        return ADDRESS.matcher(forwarded).matches() ? forwarded : address.getHostAddress();
    }

    private static String lastForwarded(ServerHttpRequest request) {
        var hops = request.getHeaders().getValuesAsList("X-Forwarded-For");
        return hops.isEmpty() ? "" : hops.getLast().strip();
    }
}
