package dev.dictamen.stack.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** ingest-service's answer to a batch; its line numbers count from 1 within the batch. */
record IngestAnswer(int accepted, List<Refusal> rejected) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A refused line of the batch. */
    record Refusal(int line, @Nullable String chatId, String reason) {}

    static IngestAnswer read(byte[] body) {
        return JSON.readValue(body, IngestAnswer.class);
    }

    BatchResult of(Batch batch) {
        var rejections = rejected.stream()
                .map(refusal -> new Rejection(batch.numberAt(refusal.line()), refusal.chatId(), refusal.reason()))
                .toList();
        return new BatchResult(accepted, rejections);
    }
}
