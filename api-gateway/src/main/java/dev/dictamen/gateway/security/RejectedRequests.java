package dev.dictamen.gateway.security;

import dev.dictamen.gateway.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StaticServerHttpHeadersWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a request gets whose address is not one of ours (an encoded slash, a path that walks up, a control character):
 * 400 with the same headers as every answer. It never reaches the security chain, which would write them.
 */
@Component
class RejectedRequests implements ServerExchangeRejectedHandler {
    private final ServerHttpHeadersWriter headers = StaticServerHttpHeadersWriter.builder()
            .header("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY)
            .header("X-Content-Type-Options", "nosniff")
            .header("X-Frame-Options", "DENY")
            .header("Referrer-Policy", "no-referrer")
            .header("Cache-Control", "no-store")
            .build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return headers.writeHttpHeaders(exchange).then(Problems.refuse(exchange, HttpStatus.BAD_REQUEST));
    }
}
