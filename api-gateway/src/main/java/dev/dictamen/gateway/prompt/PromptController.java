package dev.dictamen.gateway.prompt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.JudgePrompt.Live;
import dev.dictamen.contract.replay.JudgePrompt.Parameters;
import dev.dictamen.contract.replay.JudgePrompt.Texts;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.gateway.audit.AuditLog;
import dev.dictamen.gateway.security.ClientAddress;
import dev.dictamen.gateway.security.Reader;
import dev.dictamen.gateway.web.JsonBody;
import dev.dictamen.gateway.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** {@code /api/prompts}. What is published never changes under the same version. */
@RestController
@RequestMapping("/api/prompts")
class PromptController {
    private static final int LARGEST_BODY = 1 << 20;

    private final Prompts prompts;
    private final AuditLog audit;
    private final Clock clock;

    PromptController(Prompts prompts, AuditLog audit, Clock clock) {
        this.prompts = prompts;
        this.audit = audit;
        this.clock = clock;
    }

    record All(@Nullable Live live, List<Head> versions) {}

    /** A version without its words. */
    record Head(
            String version, String hash, Parameters parameters, String publishedBy, Instant publishedAt, boolean live) {
        static Head of(Version version, Optional<Live> live) {
            boolean isLive = live.filter(now -> now.ask().promptVersion().equals(version.version()))
                    .isPresent();
            return new Head(
                    version.version(),
                    version.hash(),
                    version.parameters(),
                    version.publishedBy(),
                    version.publishedAt(),
                    isLive);
        }
    }

    record Whole(@JsonUnwrapped Head head, Texts texts, String schema) {}

    @GetMapping
    All all() {
        var live = prompts.live();
        return new All(
                live.orElse(null),
                prompts.versions().stream()
                        .map(version -> Head.of(version, live))
                        .toList());
    }

    @GetMapping("/{version}")
    Whole one(@PathVariable String version) {
        return prompts.version(version)
                .map(this::whole)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND, "no such version; GET /api/prompts names those that there are"));
    }

    private Whole whole(Version version) {
        return new Whole(Head.of(version, prompts.live()), version.texts(), version.schema());
    }

    /** The same words under the same name again change nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Whole publish(Authentication authentication, ServerHttpRequest request) {
        var by = Reader.of(authentication).username();
        var live = prompts.live().flatMap(now -> prompts.version(now.ask().promptVersion()));
        var wanted = JsonBody.read(request, PromptRequest.class, LARGEST_BODY).toVersion(live, by, clock.instant());
        var known = prompts.version(wanted.version());
        if (known.isPresent()) {
            return whole(known.filter(wanted::asksAs)
                    .orElseThrow(() -> Problems.of(
                            HttpStatus.CONFLICT,
                            "version: %s is published with other words; take another name"
                                    .formatted(wanted.version()))));
        }
        audit.add(by, "prompt_publish", wanted.version(), ClientAddress.of(request));
        prompts.add(wanted);
        return whole(wanted);
    }

    /** Live chats are asked as they were before the last change. */
    @PostMapping("/live/previous")
    Live previous(Authentication authentication, ServerHttpRequest request) {
        var by = Reader.of(authentication).username();
        var live = prompts.live().orElseThrow(() -> Problems.of(HttpStatus.CONFLICT, "no prompt is live yet"));
        Ask before = Optional.ofNullable(live.previous())
                .orElseThrow(() -> Problems.of(HttpStatus.CONFLICT, "no prompt was live before this one"));
        audit.add(by, "prompt_previous", before.promptVersion(), ClientAddress.of(request));
        var back = new Live(before, live.ask(), null, by, clock.instant());
        prompts.goLive(back);
        return back;
    }
}
