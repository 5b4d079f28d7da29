package dev.dictamen.stack.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** What the chats of a replay must be like; each option but {@code --failed} may be repeated, and then one of its values must hold. */
final class FilterOptions {
    private static final String WORD = "NAME";

    @Option(
            names = "--team",
            paramLabel = WORD,
            description = "Only chats of this team; repeatable, as are the next five.")
    private List<String> teams = new ArrayList<>();

    @Option(names = "--agent", paramLabel = "ID", description = "Only chats of this agent.")
    private List<String> agents = new ArrayList<>();

    @Option(names = "--channel", paramLabel = WORD, description = "Only chats of this channel.")
    private List<String> channels = new ArrayList<>();

    @Option(names = "--language", paramLabel = "CODE", description = "Only chats in this language.")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--source", paramLabel = WORD, description = "Only chats of this source.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--score",
            paramLabel = "SCORE",
            description = "Only chats with this live score: horrible, bad, neutral, good, great.")
    private List<Grade> scores = new ArrayList<>();

    @Option(names = "--failed", description = "Only chats whose live evaluation failed.")
    private boolean failed;

    /** The scores, as a person types them. */
    private enum Grade {
        HORRIBLE,
        BAD,
        NEUTRAL,
        GOOD,
        GREAT
    }

    void writeTo(ObjectNode filter) {
        put(filter, "teams", teams);
        put(filter, "agents", agents);
        put(filter, "channels", channels);
        put(filter, "languages", languages);
        put(filter, "sources", sources);
        put(
                filter,
                "scores",
                scores.stream()
                        .map(grade -> grade.name().toLowerCase(Locale.ROOT))
                        .toList());
        filter.put("failed", failed);
    }

    private static void put(ObjectNode filter, String field, List<String> values) {
        var array = filter.putArray(field);
        values.forEach(array::add);
    }
}
