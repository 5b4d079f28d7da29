package dev.dictamen.bench.replay;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The benchmarks of replays. */
public enum ReplayBench {
    /** Is a replay finished when it was quoted to be? */
    QUOTE,
    /** What does it cost live chats? */
    LANES,
    /** Do rate and memory hold over 100,000 chats? */
    LONG;

    /** @param chats that are replayed; 0 for as many as the benchmark is made for */
    public Map<String, Object> run(Path project, int chats) throws Exception {
        return switch (this) {
            case QUOTE -> QuoteBench.run(project, chats);
            case LANES -> LiveBench.run(project, chats);
            case LONG -> EnduranceBench.run(project, chats);
        };
    }

    /** The name under which its result is kept. */
    public String resultName() {
        return "replay-" + name().toLowerCase(Locale.ROOT);
    }
}
