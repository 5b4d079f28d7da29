package dev.dictamen.gateway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Browsers keep their connections and ask again the moment an answer is there. */
class KeepAliveIT {
    private static final int BROWSERS = 4;
    private static final int REQUESTS = 150;
    private static final Duration HANGS = Duration.ofSeconds(10);

    /** Reactor Netty 1.3.7 left one of a hundred unanswered for ever (reactor/reactor-netty, issue 4361). */
    @Test
    void noRequestOnAKeptConnectionWaitsForEver() {
        var gateway = Gateway.shared();
        var token = gateway.admin().token();
        var requests = List.of(request(gateway, token), request(gateway, "x"), request(gateway, token + "x"));

        var unanswered = IntStream.range(0, BROWSERS)
                .parallel()
                .filter(browser -> !isAlwaysAnswered(requests))
                .count();

        assertThat(unanswered).isZero();
    }

    private static HttpRequest request(Gateway gateway, String token) {
        return HttpRequest.newBuilder(gateway.at("/api/evaluations"))
                .header("Authorization", "Bearer " + token)
                .timeout(HANGS)
                .build();
    }

    private static boolean isAlwaysAnswered(List<HttpRequest> requests) {
        var http = HttpClient.newHttpClient();
        return IntStream.range(0, REQUESTS).allMatch(i -> isAnswered(http, requests.get(i % requests.size())));
    }

    private static boolean isAnswered(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
