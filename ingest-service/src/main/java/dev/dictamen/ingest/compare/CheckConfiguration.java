package dev.dictamen.ingest.compare;

import dev.dictamen.ingest.capture.ApiKey;
import dev.dictamen.ingest.capture.Problems;
import dev.dictamen.ingest.source.SourceComponent;
import dev.dictamen.ingest.source.SourceProperties;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@code POST /v1/source/check?since=…&onlyLook=true} begins a check, {@code GET /v1/source/check} tells how far it is. Without
 * a followed source there is no such route.
 */
@SourceComponent
class CheckConfiguration {
    private static final String PATH = "/v1/source/check";

    @Bean
    RouterFunction<ServerResponse> checkRoutes(SpanCheck check, ApiKey key, Scheduler captureScheduler, Clock clock) {
        return RouterFunctions.route()
                .POST(
                        PATH,
                        request -> Mono.fromCallable(() -> begin(check, request, clock))
                                .subscribeOn(captureScheduler)
                                .flatMap(report -> ServerResponse.accepted().bodyValue(report))
                                .onErrorResume(
                                        IllegalStateException.class,
                                        e -> Problems.answer(HttpStatus.CONFLICT, String.valueOf(e.getMessage())))
                                .onErrorResume(
                                        IllegalArgumentException.class,
                                        e -> Problems.answer(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()))))
                .GET(
                        PATH,
                        request -> check.report()
                                .map(report -> ServerResponse.ok().bodyValue(report))
                                .orElseGet(() -> ServerResponse.notFound().build()))
                .filter((request, next) -> key.matches(request.headers().firstHeader("X-Api-Key"))
                        ? next.handle(request)
                        : ServerResponse.status(HttpStatus.UNAUTHORIZED).build())
                .build();
    }

    private static SpanCheck.CheckReport begin(SpanCheck check, ServerRequest request, Clock clock) {
        var since = request.queryParam("since")
                .map(written -> since(written, clock))
                .orElse(null);
        return check.start(
                since, request.queryParam("onlyLook").filter("true"::equals).isPresent());
    }

    private static @Nullable Instant since(String written, Clock clock) {
        return SourceProperties.timeOf("since", written, clock.instant());
    }
}
