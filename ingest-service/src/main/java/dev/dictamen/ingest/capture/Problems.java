package dev.dictamen.ingest.capture;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers that are no success, as RFC 9457 problems. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    static Mono<ServerResponse> answer(HttpStatus status, String detail, Map<String, String> properties) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem(status, detail, properties));
    }

    static Mono<ServerResponse> unavailable(BrokerUnavailableException e) {
        log.warn("event=broker-unavailable cause={}", String.valueOf(e.getCause()));
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        return ServerResponse.status(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem(status, "the broker does not answer; send the same again later", Map.of()));
    }

    private static ProblemDetail problem(HttpStatus status, String detail, Map<String, String> properties) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        properties.forEach(problem::setProperty);
        return problem;
    }
}
