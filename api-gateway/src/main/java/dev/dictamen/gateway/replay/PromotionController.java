package dev.dictamen.gateway.replay;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.replay.JudgePrompt.Live;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayReport.Progress;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.prompt.Prompts;
import dev.dictamen.gateway.web.JsonBody;
import dev.dictamen.gateway.web.Problems;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/replays/{id}/promote}: live chats are asked as the replay's were from now on. */
@RestController
class PromotionController {
    private static final int LARGEST_BODY = 10_000;

    private final ReplayBoard board;
    private final Prompts prompts;
    private final AuditLog audit;
    private final Clock clock;

    PromotionController(ReplayBoard board, Prompts prompts, AuditLog audit, Clock clock) {
        this.board = board;
        this.prompts = prompts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param with what it was compared with: "live", or another replay; live where it is not given */
    record Promotion(@Nullable String with) {}

    @PostMapping("/api/replays/{id}/promote")
    Live promote(@PathVariable String id, Authentication authentication, ServerHttpRequest request) {
        var with = comparedWith(JsonBody.read(request, Promotion.class, LARGEST_BODY));
        var order = board.order(id);
        requirePromotable(order);
        var live = prompts.live();
        if (live.filter(now -> now.ask().equals(order.ask())).isPresent()) {
            throw Problems.of(HttpStatus.CONFLICT, "live chats are asked so already");
        }
        var actor = Actor.of(authentication, request, clock);
        audit.add(actor.username(), "replay_promote", id + " with " + with, actor.address());
        var promoted = new Live(order.ask(), live.map(Live::ask).orElse(null), id, actor.username(), actor.at());
        prompts.goLive(promoted);
        return promoted;
    }

    private String comparedWith(Promotion promotion) {
        var with = Optional.ofNullable(promotion.with()).orElse(Evaluation.LIVE_RUN);
        if (!with.equals(Evaluation.LIVE_RUN) && board.find(with).isEmpty()) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "with: live, or the id of a replay");
        }
        return with;
    }

    private void requirePromotable(ReplayOrder order) {
        var state = board.progress(order.replay()).map(Progress::state);
        if (!Replay.isPromotable(order, state)) {
            throw Problems.of(
                    HttpStatus.CONFLICT,
                    "a finished replay of mode compare can be promoted; this one is %s, mode %s"
                            .formatted(Replay.stateWord(state), order.mode().word()));
        }
    }
}
