package dev.dictamen.stack.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** How much of the history a replay takes: one of four ways to say it. */
final class ExtentOptions {
    @Option(names = "--all", description = "All that the history holds, every closing of every chat.")
    private boolean all;

    @ArgGroup(exclusive = false)
    private @Nullable Span span;

    @Option(
            names = "--offsets",
            paramLabel = "TOPIC:PARTITION:FROM-TO",
            converter = OffsetsArgument.class,
            description = "A stretch of a topic of chats, TO being one past the last; repeatable.")
    private List<OffsetsArgument.Offsets> offsets = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "The chats that a JSONL file names, plain or .gz: conversation_id, chatId or id of each line.")
    private @Nullable Path file;

    /** A stretch of time. */
    static final class Span {
        @Option(
                names = "--from",
                paramLabel = "TIME",
                converter = TimeArgument.class,
                description = "Closed then or later: ISO-8601 with its zone, or a date (its start in UTC).")
        private @Nullable Instant from;

        @Option(
                names = "--to",
                paramLabel = "TIME",
                converter = TimeArgument.class,
                description = "Closed before then, written likewise.")
        private @Nullable Instant to;
    }

    boolean isAll() {
        return all;
    }

    @Nullable
    Path file() {
        return file;
    }

    /** Whether it ends before it begins. */
    boolean isBackwards() {
        return span != null && span.from != null && span.to != null && !span.from.isBefore(span.to);
    }

    void writeTo(ObjectNode selection) {
        if (span != null && span.from != null) {
            selection.put("from", span.from.toString());
        }
        if (span != null && span.to != null) {
            selection.put("to", span.to.toString());
        }
        for (var stretch : offsets) {
            selection
                    .withArray("offsets")
                    .addObject()
                    .put("topic", stretch.topic())
                    .put("partition", stretch.partition())
                    .put("from", stretch.from())
                    .put("to", stretch.to());
        }
    }
}
