package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.found.ClosingTime;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.PermanentFailureException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each material change of a chat through once. At least once, to be exact: a record seen again after a crash goes
 * on again under the same revision, which every consumer takes for the same event.
 */
final class GateProcessor implements Processor<String, byte[], String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(GateProcessor.class);

    private final Lanes lanes;
    private final DeadLetters deadLetters;
    private final GateMetrics metrics;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, LastEmitted> store;

    GateProcessor(Lanes lanes, DeadLetters deadLetters, GateMetrics metrics) {
        this.lanes = lanes;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> initial) {
        context = initial;
        store = initial.getStateStore(GateTopology.STORE);
    }

    @Override
    public void process(Record<String, byte[]> found) {
        var from = context.recordMetadata().orElseThrow();
        try {
            forward(found, from, FoundChats.read(found));
        } catch (PermanentFailureException e) {
            deadLetter(found, from, e);
        }
    }

    private void forward(Record<String, byte[]> found, RecordMetadata from, ClosedChat read) {
        var at = new FoundAt(from.partition(), from.offset(), found.timestamp());
        var last = store.get(read.chatId());
        var chat = ClosingTime.readFrom(found.headers()) == ClosingTime.ESTIMATED ? asKnown(read, last) : read;
        var hash = ContentHash.of(chat);
        switch (Decision.of(last, hash, at, chat.skipReason())) {
            case Decision.Emit(long revision) -> {
                store.put(chat.chatId(), entry(chat, hash, revision, at));
                emit(found, chat.withRevision(revision));
            }
            case Decision.EmitAgain(long revision) -> emit(found, chat.withRevision(revision));
            case Decision.Unchanged() -> metrics.count(GateOutcome.UNCHANGED);
            case Decision.Outdated() -> metrics.count(GateOutcome.OUTDATED);
        }
    }

    /** The chat with the closing time under which it went through before, where there was one. */
    private static ClosedChat asKnown(ClosedChat chat, @Nullable LastEmitted last) {
        return last == null || last.closedAt() == null ? chat : chat.withClosedAt(last.closedAt());
    }

    private static LastEmitted entry(ClosedChat chat, String hash, long revision, FoundAt at) {
        var closedAt = chat.closedAt();
        long closedAtMs = closedAt == null ? LastEmitted.NO_TIME : closedAt.toEpochMilli();
        return new LastEmitted(hash, revision, at.partition(), at.offset(), closedAtMs);
    }

    private void emit(Record<String, byte[]> found, ClosedChat chat) {
        var lane = lanes.of(chat);
        var headers = CloudEvents.headers(lanes.topic(lane), chat, "ingest-service", found.headers());
        var json = ContractJson.mapper().writeValueAsBytes(chat);
        context.forward(new Record<>(chat.chatId(), json, found.timestamp(), headers), lane.word());
        metrics.count(lane);
    }

    private void deadLetter(Record<String, byte[]> found, RecordMetadata from, PermanentFailureException cause) {
        log.warn("event=dead-letter topic={} partition={} offset={}", from.topic(), from.partition(), from.offset());
        context.forward(deadLetters.letter(found, from, cause), GateOutcome.DEAD_LETTER.word());
        metrics.count(GateOutcome.DEAD_LETTER);
    }
}
