package dev.dictamen.ingest.capture;

import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The route of the API and what its parts need. */
@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {
    private static final String PATH = "/v1/chats";

    /** A virtual thread per request: reading a body and awaiting the broker both block. */
    @Bean
    Scheduler captureScheduler() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Bean
    RouterFunction<ServerResponse> captureRoutes(ChatHandler chats, ApiKey key) {
        return RouterFunctions.route()
                .POST(PATH, RequestPredicates.contentType(MediaType.APPLICATION_JSON), chats::captureOne)
                .POST(PATH, RequestPredicates.contentType(ChatHandler.lineTypes()), chats::captureLines)
                .POST(
                        PATH,
                        request -> Problems.answer(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "send application/json (one chat) or application/x-ndjson (a chat a line)"))
                .filter((request, next) -> key.matches(request.headers().firstHeader("X-Api-Key"))
                        ? next.handle(request)
                        : Problems.answer(HttpStatus.UNAUTHORIZED, "X-Api-Key is missing or wrong"))
                .build();
    }
}
