package dev.dictamen.gateway.security;

import dev.dictamen.gateway.web.Problems;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a WebSocket that another site's page opens, and another site's use of the refresh cookie. A client that is
 * not a browser sends no Origin; it needs a token.
 */
class OriginFilter implements WebFilter {
    private static final Set<String> TAKE_THE_COOKIE = Set.of("/api/auth/refresh", "/api/auth/logout");

    private final Set<String> allowed;

    OriginFilter(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** @param allowedOrigins whose pages may open the WebSocket and renew a sign-in */
    @ConfigurationProperties("live")
    record Properties(Set<String> allowedOrigins) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String origin = exchange.getRequest().getHeaders().getOrigin();
        String path = exchange.getRequest().getPath().value();
        boolean isGuarded = path.startsWith("/ws/") || TAKE_THE_COOKIE.contains(path);
        return isGuarded && origin != null && !allowed.contains(origin)
                ? Problems.refuse(exchange, HttpStatus.FORBIDDEN)
                : chain.filter(exchange);
    }
}
