package dev.dictamen.stack.services;

import dev.dictamen.stack.parts.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Ready is: the health address answers 200. */
record HealthProbe(HttpClient client, URI health) implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
