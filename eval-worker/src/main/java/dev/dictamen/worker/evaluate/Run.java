package dev.dictamen.worker.evaluate;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.replay.Ask;
import org.jspecify.annotations.Nullable;

/**
 * The run that a chat is evaluated in.
 *
 * @param id {@link Evaluation#LIVE_RUN} or a replay's
 * @param ask how it is asked; null for as live chats are
 * @param replaces the run whose verdict this one's takes the place of, too; null for none
 */
public record Run(String id, @Nullable Ask ask, @Nullable String replaces) {
    /** Of chats as they close. */
    public static final Run LIVE = new Run(Evaluation.LIVE_RUN, null, null);
}
