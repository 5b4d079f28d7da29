package dev.dictamen.gateway.replay;

import dev.dictamen.contract.Topics;
import dev.dictamen.contract.replay.JudgePrompt.Version;
import dev.dictamen.contract.replay.ReplayOrder;
import dev.dictamen.contract.replay.ReplayOrder.Pace;
import dev.dictamen.contract.replay.ReplayOrder.Wanted;
import dev.dictamen.gateway.prompt.Prompts;
import dev.dictamen.gateway.web.Problems;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes first orders of what people want, or says what cannot be. */
@Component
class ReplayWishes {
    private final Prompts prompts;
    private final ReplayProperties properties;
    private final Set<String> chatTopics;

    ReplayWishes(Prompts prompts, ReplayProperties properties, Topics topics) {
        this.prompts = prompts;
        this.properties = properties;
        this.chatTopics = new TreeSet<>(Set.of(topics.closed(), topics.backlog()));
    }

    /** Answers 400, with the field's name, for what cannot be. */
    ReplayOrder order(ReplayRequest wanted, Actor actor) {
        var versions = prompts.versions().stream().map(Version::version).toList();
        requireRate(wanted.ratePerSecond());
        return new ReplayOrder(
                ReplayIds.draw(actor.at()),
                1,
                wanted.wantedName(),
                wanted.wantedSelection(chatTopics),
                wanted.wantedAsk(versions, properties.usualModel()),
                wanted.wantedMode(),
                new Pace(Wanted.QUOTE, null, wanted.ratePerSecond()),
                actor.username(),
                actor.at());
    }

    static void requireRate(@Nullable Double ratePerSecond) {
        if (ratePerSecond != null && !(ratePerSecond > 0)) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST, "ratePerSecond: more than 0, or null for no cap, not " + ratePerSecond);
        }
    }
}
