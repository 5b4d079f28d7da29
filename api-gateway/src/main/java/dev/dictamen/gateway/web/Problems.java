package dev.dictamen.gateway.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is refused has a body of RFC 9457: thrown by a handler, or written where the security chain refuses itself. */
public final class Problems {
    private Problems() {}

    /** To be thrown by a handler; {@code detail} is for the person who asked. */
    public static ErrorResponseException of(HttpStatus status, String detail) {
        var problem = new ErrorResponseException(status);
        problem.setDetail(detail);
        return problem;
    }

    /** Ends an exchange that no handler has seen. */
    public static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            response.getHeaders().set("WWW-Authenticate", "Bearer");
        }
        String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                .formatted(status.getReasonPhrase(), status.value());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }
}
