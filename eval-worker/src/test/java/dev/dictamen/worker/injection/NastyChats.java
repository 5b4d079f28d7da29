package dev.dictamen.worker.injection;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.testing.data.TestData;
import dev.dictamen.worker.testing.Conversations;
import java.util.List;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

/** The injections among the real chats that lie outside the project; none where they are absent. */
final class NastyChats {
    private static final String MARK = "{\"conversation_id\": \"nasty-inject-";

    private NastyChats() {}

    static List<ClosedChat> injections() {
        return lines().stream()
                .filter(line -> line.startsWith(MARK))
                .map(JsonMapper.shared()::readTree)
                .map(Conversations::read)
                .toList();
    }

    private static List<String> lines() {
        try {
            return TestData.lines("nasty/nasty-main.jsonl.gz");
        } catch (TestAbortedException absent) {
            return List.of();
        }
    }
}
