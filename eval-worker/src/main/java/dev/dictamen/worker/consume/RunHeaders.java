package dev.dictamen.worker.consume;

import dev.dictamen.contract.Evaluation;
import dev.dictamen.contract.EventHeaders;
import dev.dictamen.contract.replay.Ask;
import dev.dictamen.contract.replay.ReplayOrder.Mode;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.worker.evaluate.Run;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The run that a record belongs to, by its headers. */
final class RunHeaders {
    private RunHeaders() {}

    /** The live run where no header names another; null where the headers say nothing that could be understood. */
    static @Nullable Run read(Headers headers) {
        var id = text(headers, EventHeaders.RUN_ID);
        if (id == null || id.equals(Evaluation.LIVE_RUN)) {
            return Run.LIVE;
        }
        boolean isReplacing = Mode.REPLACE.word().equals(text(headers, EventHeaders.MODE));
        var ask = text(headers, EventHeaders.ASK);
        try {
            return new Run(
                    id,
                    ask == null ? null : ContractJson.mapper().readValue(ask, Ask.class),
                    isReplacing ? Evaluation.LIVE_RUN : null);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
