package dev.dictamen.worker.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the judge is asked.
 *
 * @param evaluationId whose question this is; together with the attempt it names the request
 * @param attempt number of the first HTTP attempt of this question, from 1 over the whole evaluation
 * @param lane how urgent it is
 * @param turns the conversation with the model
 * @param schema JSON schema of the answer, the same bytes every time
 * @param replica the replica whose cache holds the chat (a repair goes there), or null
 */
public record Question(
        String evaluationId,
        int attempt,
        Lane lane,
        List<Turn> turns,
        String schema,
        @Nullable String replica) {
    /** One message to or from the model; role is system, user or assistant. */
    public record Turn(String role, String content) {}

    public Question {
        turns = List.copyOf(turns);
    }
}
