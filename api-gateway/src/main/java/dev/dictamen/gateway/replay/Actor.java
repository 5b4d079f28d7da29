package dev.dictamen.gateway.replay;

import dev.dictamen.gateway.security.ClientAddress;
import dev.dictamen.gateway.security.Reader;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;

/**
 * Who orders something, from where and when.
 *
 * @param address where the request came from
 */
record Actor(String username, String address, Instant at) {
    static Actor of(Authentication authentication, ServerHttpRequest request, Clock clock) {
        return new Actor(Reader.of(authentication).username(), ClientAddress.of(request), clock.instant());
    }
}
