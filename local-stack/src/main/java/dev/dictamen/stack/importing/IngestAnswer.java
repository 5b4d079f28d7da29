package dev.dictamen.stack.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service's answer to a batch; its line numbers count from 1 within the batch. */
record IngestAnswer(
        int accepted, List<Refusal> rejected, @Nullable NoTimes unreadTimes) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Times of accepted chats that could not be read. */
    record NoTimes(long count, List<String> examples) {}

    /** A refused line of the batch. */
    record Refusal(int line, @Nullable String chatId, String reason) {}

    static IngestAnswer read(byte[] body) {
        return JSON.readValue(body, IngestAnswer.class);
    }

    BatchResult of(Batch batch) {
        var rejections = rejected.stream()
                .map(refusal -> batch.at(refusal.line()).refused(refusal.chatId(), refusal.reason()))
                .toList();
        var times =
                unreadTimes == null ? UnreadTimes.NONE : new UnreadTimes(unreadTimes.count(), unreadTimes.examples());
        return new BatchResult(accepted, rejections, times);
    }
}
