package dev.dictamen.stack.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which chats a replay takes, as options: how much of the history, what they must be like, and how many of them by lot. */
final class SelectionOptions {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SEEDS = 1_000_000;

    @ArgGroup
    private @Nullable ExtentOptions extent;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Lot lot;

    @Option(
            names = "--every-closing",
            description = "A chat that was closed several times is taken each time as it was; else its last closing.")
    private boolean everyClosing;

    /** A sample. */
    static final class Lot {
        @Option(names = "--sample", required = true, paramLabel = "N", description = "Only so many of them, by lot.")
        private int size;

        @Option(
                names = "--seed",
                paramLabel = "S",
                description = "Same seed, same lot, and 100 are among 200; one by chance else, and shown.")
        private @Nullable Long seed;
    }

    /** The file that names the chats, if one does. */
    Optional<Path> file() {
        return Optional.ofNullable(extent).map(ExtentOptions::file);
    }

    boolean isBackwards() {
        return extent != null && extent.isBackwards();
    }

    /** @param chatIds what the file names; empty without one */
    ObjectNode json(List<String> chatIds) {
        var selection = JSON.createObjectNode();
        if (extent != null) {
            extent.writeTo(selection);
        }
        chatIds.forEach(selection.withArray("chatIds")::add);
        filter.writeTo(selection.putObject("filter"));
        if (lot != null) {
            long seed = lot.seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : lot.seed;
            selection.putObject("sample").put("size", lot.size).put("seed", seed);
        }
        return selection.put("everyClosing", everyClosing || (extent != null && extent.isAll()));
    }
}
