package dev.dictamen.gateway.auth;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a WebSocket that another site's page opens. A client that is no browser sends no Origin; it needs a token. */
class OriginFilter implements WebFilter {
    private final Set<String> allowed;

    OriginFilter(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** @param allowedOrigins whose pages may open the WebSocket */
    @ConfigurationProperties("live")
    record Properties(Set<String> allowedOrigins) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String origin = exchange.getRequest().getHeaders().getOrigin();
        boolean isSocket = exchange.getRequest().getPath().value().startsWith("/ws/");
        return isSocket && origin != null && !allowed.contains(origin)
                ? ProblemAnswers.refuse(exchange, HttpStatus.FORBIDDEN)
                : chain.filter(exchange);
    }
}
