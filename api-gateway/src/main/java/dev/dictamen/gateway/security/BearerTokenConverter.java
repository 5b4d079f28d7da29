package dev.dictamen.gateway.security;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the bearer token: in the header, or for the WebSocket in a subprotocol, since a page cannot give that request a
 * header. The paths that a page calls with an expired token in its hands look at none.
 */
class BearerTokenConverter implements ServerAuthenticationConverter {
    static final String[] WITHOUT_TOKEN = {"/api/auth/login", "/api/auth/refresh", "/api/auth/logout"};
    private static final Set<String> OPEN = Set.of(WITHOUT_TOKEN);
    private static final String SUBPROTOCOL = "bearer.";

    private final ServerAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        if (OPEN.contains(path)) {
            return Mono.empty();
        }
        return path.startsWith("/ws/") ? subprotocol(exchange) : header.convert(exchange);
    }

    private static Mono<Authentication> subprotocol(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getValuesAsList("Sec-WebSocket-Protocol").stream()
                .filter(protocol -> protocol.startsWith(SUBPROTOCOL) && protocol.length() > SUBPROTOCOL.length())
                .findFirst()
                .<Mono<Authentication>>map(protocol ->
                        Mono.just(new BearerTokenAuthenticationToken(protocol.substring(SUBPROTOCOL.length()))))
                .orElse(Mono.empty());
    }
}
