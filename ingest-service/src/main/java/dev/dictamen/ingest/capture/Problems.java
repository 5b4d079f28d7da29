package dev.dictamen.ingest.capture;

import dev.dictamen.ingest.jsonl.RejectedChatException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a request is answered that cannot be taken: RFC 9457 problems. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    static Mono<ServerResponse> answer(Throwable e) {
        return switch (e) {
            case RejectedChatException rejected ->
                answer(
                        HttpStatus.BAD_REQUEST,
                        rejected.reason(),
                        rejected.chatId() == null ? Map.of() : Map.of("chatId", rejected.chatId()));
            case TooLargeException tooLarge ->
                answer(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            case BrokerUnavailableException unavailable -> {
                log.warn("event=broker-unavailable cause=\"{}\"", String.valueOf(unavailable.getCause()));
                yield unavailable("the broker does not answer; send the same again later");
            }
            case IOException _, TimeoutException _ ->
                answer(HttpStatus.REQUEST_TIMEOUT, "the body did not arrive whole");
            case InterruptedException _ ->
                unavailable("the service stops, or the sender has left; send the same again later");
            default -> Mono.error(e);
        };
    }

    /** The status with that sentence. */
    public static Mono<ServerResponse> answer(HttpStatus status, String detail) {
        return answer(status, detail, Map.of());
    }

    private static Mono<ServerResponse> answer(HttpStatus status, String detail, Map<String, String> properties) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        properties.forEach(problem::setProperty);
        return respond(status).bodyValue(problem);
    }

    private static ServerResponse.BodyBuilder respond(HttpStatus status) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static Mono<ServerResponse> unavailable(String detail) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        return respond(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .bodyValue(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
