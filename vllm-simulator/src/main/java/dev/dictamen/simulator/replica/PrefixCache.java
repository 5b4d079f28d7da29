package dev.dictamen.simulator.replica;

import dev.dictamen.simulator.protocol.ChatRequest.Turn;
import dev.dictamen.simulator.protocol.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which beginnings of prompts this replica has seen: the rubric after one call, a whole chat when its repair comes back. */
final class PrefixCache {
    private static final int MOST = 10_000;

    private final Map<Long, Boolean> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** The prompt's tokens that were cached; remembers the prompt. */
    int cachedTokens(List<Turn> turns) {
        long prefix = 0;
        int tokens = 0;
        int cached = 0;
        for (var turn : turns) {
            prefix = prefix * 1_000_003
                    + turn.role().hashCode() * 31L
                    + turn.text().hashCode();
            tokens += Tokens.of(turn.text());
            if (seen.put(prefix, Boolean.TRUE) != null) {
                cached = tokens;
            }
        }
        return Tokens.wholeBlocks(cached);
    }
}
