package dev.dictamen.gateway.comparison;

import dev.dictamen.contract.replay.ReplayReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of replays besides their verdicts. May block. */
public interface ComparedRuns {
    /** Empty when there is no such replay. */
    Optional<Run> run(String id);

    /** What its chats were like by their source's own account; empty while that is not known. */
    Optional<ReplayReport.Figures> figures(String id);

    /**
     * A replay as its comparison names it.
     *
     * @param id also the run id of its evaluations
     * @param name what people call it
     * @param promptVersion what its chats are asked with
     * @param model the model that was asked for; null for the one that workers are configured with
     */
    record Run(
            String id,
            String name,
            String promptVersion,
            @Nullable String model) {}
}
