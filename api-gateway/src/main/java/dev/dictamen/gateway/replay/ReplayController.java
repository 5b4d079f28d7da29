package dev.dictamen.gateway.replay;

import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.gateway.web.JsonBody;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/replays}. An order is answered once the brokers have it; that ingest-service obeys shows in the state, a moment
 * later.
 */
@RestController
@RequestMapping("/api/replays")
class ReplayController {
    private static final int LARGEST_WISH = 5 << 20;
    private static final int LARGEST_BODY = 10_000;

    private final ReplayWishes wishes;
    private final ReplayOrders orders;
    private final ReplayBoard board;
    private final ReplayViews views;
    private final ReplayProperties properties;
    private final Clock clock;

    ReplayController(
            ReplayWishes wishes,
            ReplayOrders orders,
            ReplayBoard board,
            ReplayViews views,
            ReplayProperties properties,
            Clock clock) {
        this.wishes = wishes;
        this.orders = orders;
        this.board = board;
        this.views = views;
        this.properties = properties;
        this.clock = clock;
    }

    record Start(@Nullable Long confirmedTotal) {}

    record Rate(@Nullable Double ratePerSecond) {}

    @GetMapping
    List<Replay> all() {
        return views.all();
    }

    @GetMapping("/{id}")
    Replay one(@PathVariable String id) {
        return views.one(id);
    }

    /** Has it counted; it does not run before it is started. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Replay create(Authentication authentication, ServerHttpRequest request) {
        var wanted = JsonBody.read(request, ReplayRequest.class, LARGEST_WISH);
        var actor = Actor.of(authentication, request, clock);
        return views.of(orders.create(wishes.order(wanted, actor), actor));
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay start(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        var body = JsonBody.read(request, Start.class, LARGEST_BODY);
        var actor = Actor.of(authentication, request, clock);
        return change(
                id,
                "replay_start",
                order -> paces(order).started(body.confirmedTotal(), properties.confirmAbove()),
                actor);
    }

    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay pause(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        return change(id, "replay_pause", order -> paces(order).paused(), Actor.of(authentication, request, clock));
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay resume(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        return change(id, "replay_resume", order -> paces(order).resumed(), Actor.of(authentication, request, clock));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay cancel(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        return change(id, "replay_cancel", order -> paces(order).cancelled(), Actor.of(authentication, request, clock));
    }

    @PostMapping("/{id}/rate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay rate(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        var body = JsonBody.read(request, Rate.class, LARGEST_BODY);
        ReplayWishes.requireRate(body.ratePerSecond());
        return change(
                id,
                "replay_rate",
                order -> paces(order).rated(body.ratePerSecond()),
                Actor.of(authentication, request, clock));
    }

    private Paces paces(ReplayOrder order) {
        return new Paces(order, board.progress(order.replay()));
    }

    private Replay change(String id, String action, Function<ReplayOrder, Pace> change, Actor actor) {
        return views.of(orders.change(id, action, change, actor));
    }
}
