package dev.dictamen.worker.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the judge is asked.
 *
 * @param evaluationId whose question this is; together with the attempt it names the request
 * @param attempt number of the first HTTP attempt of this question, from 1 over the whole evaluation
 */
public record Question(String evaluationId, int attempt, Routing routing, Wording wording, Sampling sampling) {
    /** The same, with words drawn by the seed that comes so many after its own. */
    public Question drawnOtherwise(int seeds) {
        var other =
                new Sampling(sampling.model(), sampling.temperature(), sampling.seed() + seeds, sampling.maxTokens());
        return new Question(evaluationId, attempt, routing, wording, other);
    }

    /**
     * How urgent it is, and where it goes.
     *
     * @param timing since when its chat waits, and how long an answer is of use
     * @param preferred the replica whose cache holds the chat (a repair goes there), or null
     * @param avoided the replica whose answers were of no use, to be asked only where there is no other, or null
     */
    public record Routing(
            Lane lane,
            Timing timing,
            @Nullable String preferred,
            @Nullable String avoided) {}

    /**
     * What the model reads.
     *
     * @param turns the conversation with it
     * @param tokens of all turns as the server counts them, a little more rather than less
     * @param schema JSON schema of the answer, the same bytes every time
     */
    public record Wording(List<Turn> turns, int tokens, String schema) {
        public Wording {
            turns = List.copyOf(turns);
        }
    }

    /** One message to or from the model; role is system, user or assistant. */
    public record Turn(String role, String content) {}

    /**
     * How the model draws its words.
     *
     * @param model whose words: its served name
     * @param temperature 0 to 2
     * @param seed same seed, same draw, as far as the server can
     * @param maxTokens most tokens of the answer, reasoning included
     */
    public record Sampling(String model, double temperature, int seed, int maxTokens) {}

    /**
     * A question's time, UTC.
     *
     * @param since when its chat was closed and seen: the later of the two; older questions of a lane go first
     * @param deadline when an answer is late, null where there is no such time (bulk); a late answer is still wanted
     */
    public record Timing(Instant since, @Nullable Instant deadline) {}
}
