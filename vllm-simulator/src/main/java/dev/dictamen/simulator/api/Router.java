package dev.dictamen.simulator.api;

import dev.dictamen.simulator.http.Exchange;
import dev.dictamen.simulator.http.Request;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.protocol.Errors;
import dev.dictamen.simulator.replica.Replica;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a path and a method, after the checks that hold for all of them. */
public final class Router implements Consumer<Exchange> {
    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final Replica replica;
    private final Map<String, Map<String, Consumer<Exchange>>> routes;

    public Router(Replica replica) {
        this.replica = replica;
        var chat = new ChatEndpoint(replica);
        var state = new StateEndpoint(replica);
        var admin = new AdminEndpoint(replica);
        Consumer<Exchange> health = exchange -> exchange.answer(state.health());
        routes = Map.ofEntries(
                Map.entry("/v1/chat/completions", Map.of("POST", chat::handle)),
                Map.entry("/v1/models", Map.of("GET", exchange -> exchange.answer(state.models()))),
                Map.entry("/health", Map.of("GET", health)),
                Map.entry("/health/ready", Map.of("GET", health)),
                Map.entry("/ping", Map.of("GET", health, "POST", health)),
                Map.entry(
                        "/tokenize",
                        Map.of(
                                "POST",
                                exchange -> exchange.answer(
                                        state.tokenize(exchange.request().body())))),
                Map.entry("/version", Map.of("GET", exchange -> exchange.answer(state.version()))),
                Map.entry("/load", Map.of("GET", exchange -> exchange.answer(state.load()))),
                Map.entry("/metrics", Map.of("GET", exchange -> exchange.answer(state.metrics()))),
                Map.entry("/admin/config", config(admin)),
                Map.entry("/admin/journal", journal(admin)));
    }

    @Override
    public void accept(Exchange exchange) {
        try {
            route(exchange);
        } catch (RuntimeException e) {
            log.error("event=request-failed path={}", exchange.request().path(), e);
            exchange.answer(Errors.of(500, "InternalServerError", "The simulator failed: " + e, null));
        }
    }

    private void route(Exchange exchange) {
        var request = exchange.request();
        var methods = routes.get(request.path());
        if (methods == null) {
            exchange.answer(Errors.of(404, "Not Found", "Not Found", null));
        } else if (!isAuthorized(request)) {
            exchange.answer(Errors.unauthorized());
        } else if (!methods.containsKey(request.method())) {
            exchange.answer(Errors.of(405, "Method Not Allowed", "Method Not Allowed", null));
        } else if (request.method().equals("POST") && request.asksForH2c()) {
            exchange.answer(Errors.badRequest(
                    "[{'type': 'missing', 'loc': ('body',), 'msg': 'Field required', 'input': None}]", null));
        } else {
            methods.get(request.method()).accept(exchange);
        }
    }

    private boolean isAuthorized(Request request) {
        var key = replica.options().get(Flag.API_KEY);
        return key.isEmpty()
                || !request.path().startsWith("/v1")
                || request.header("Authorization").equals("Bearer " + key);
    }

    private static Map<String, Consumer<Exchange>> config(AdminEndpoint admin) {
        return Map.of(
                "GET", exchange -> exchange.answer(admin.config()),
                "POST",
                        exchange -> exchange.answer(
                                admin.configure(exchange.request().body())));
    }

    private static Map<String, Consumer<Exchange>> journal(AdminEndpoint admin) {
        return Map.of(
                "GET", exchange -> exchange.answer(admin.journal()),
                "DELETE", exchange -> exchange.answer(admin.forgetJournal()));
    }
}
