package dev.dictamen.contract.replay;

import dev.dictamen.contract.Score;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which closed chats a replay takes, of those that the topics still hold. All that is given must hold; nothing given takes them all.
 *
 * @param from closed at this time or later; null for no bound
 * @param to closed before this time; null for no bound
 * @param offsets stretches of the topics; empty for all
 * @param chatIds these chats alone, as a file named them; empty for all
 * @param filter what they must be like
 * @param sample how many of them, by lot; null for all
 * @param everyClosing a chat that was closed several times is taken as often, each time as it was; else its last closing
 */
public record Selection(
        @Nullable Instant from,
        @Nullable Instant to,
        List<OffsetRange> offsets,
        List<String> chatIds,
        Filter filter,
        @Nullable Sample sample,
        boolean everyClosing) {
    /** Most chats that can be named one by one. */
    public static final int MOST_CHAT_IDS = 20_000;

    /** All that there is. */
    public static final Selection ALL = new Selection(null, null, List.of(), List.of(), Filter.NONE, null, false);

    public Selection {
        offsets = offsets == null ? List.of() : List.copyOf(offsets);
        chatIds = chatIds == null ? List.of() : List.copyOf(chatIds);
        filter = filter == null ? Filter.NONE : filter;
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from: %s is not before to: %s".formatted(from, to));
        }
        if (chatIds.size() > MOST_CHAT_IDS) {
            throw new IllegalArgumentException(
                    "chatIds: at most %d chats can be named, not %d".formatted(MOST_CHAT_IDS, chatIds.size()));
        }
    }

    /**
     * A stretch of one partition.
     *
     * @param topic the topic of closed chats or of the backlog
     * @param from the first offset
     * @param to one past the last offset
     */
    public record OffsetRange(String topic, int partition, long from, long to) {
        public OffsetRange {
            if (partition < 0 || from < 0 || to < from) {
                throw new IllegalArgumentException("offsets: no stretch of a partition: %s-%d from %d to %d"
                        .formatted(topic, partition, from, to));
            }
        }
    }

    /**
     * What chats must be like; an empty list asks for nothing.
     *
     * @param teams {@code Subject.team}, likewise the others
     * @param scores grades of the live verdict
     * @param failed only chats whose live evaluation failed
     */
    public record Filter(
            List<String> teams,
            List<String> agents,
            List<String> channels,
            List<String> languages,
            List<String> sources,
            List<Score> scores,
            boolean failed) {
        /** Any chat. */
        public static final Filter NONE =
                new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

        public Filter {
            teams = teams == null ? List.of() : List.copyOf(teams);
            agents = agents == null ? List.of() : List.copyOf(agents);
            channels = channels == null ? List.of() : List.copyOf(channels);
            languages = languages == null ? List.of() : List.copyOf(languages);
            sources = sources == null ? List.of() : List.copyOf(sources);
            scores = scores == null ? List.of() : List.copyOf(scores);
        }
    }

    /**
     * A sample by lot: the chats with the smallest hashes of seed and chat id, so that a sample of 100 is part of one of 200.
     *
     * @param size how many
     * @param seed another seed, another sample
     */
    public record Sample(int size, long seed) {
        public Sample {
            if (size < 1) {
                throw new IllegalArgumentException("sample: at least one chat, not " + size);
            }
        }
    }
}
