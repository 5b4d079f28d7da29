package dev.dictamen.worker.verdict;

import dev.dictamen.contract.ChatMessage;
import dev.dictamen.contract.Role;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Keeps the indices of an answer that name messages of the agent, and counts the others. */
final class KeyMessages {
    private KeyMessages() {}

    /** Ascending and distinct; {@code mended} gets one entry for each index that was dropped. */
    static List<Integer> in(JsonNode array, List<ChatMessage> messages, List<Salvage> mended) {
        var kept = new TreeSet<Integer>();
        for (var index : array) {
            if (!index.isNumber()) {
                mended.add(Salvage.INDEX_NO_NUMBER);
            } else if (!index.isIntegralNumber()) {
                mended.add(Salvage.INDEX_FRACTIONAL);
            } else if (index.bigIntegerValue().signum() < 0) {
                mended.add(Salvage.INDEX_NEGATIVE);
            } else if (!index.canConvertToInt() || index.asInt() >= messages.size()) {
                mended.add(Salvage.INDEX_OUT_OF_RANGE);
            } else if (messages.get(index.asInt()).role() != Role.AGENT) {
                mended.add(Salvage.INDEX_OF_ANOTHER_ROLE);
            } else if (!kept.add(index.asInt())) {
                mended.add(Salvage.INDEX_DUPLICATE);
            }
        }
        return List.copyOf(kept);
    }
}
