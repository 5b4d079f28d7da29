package dev.dictamen.ingest.gate;

import dev.dictamen.contract.ClosedChat;
import dev.dictamen.ingest.found.ClosingTime;
import dev.dictamen.kafka.CloudEvents;
import dev.dictamen.kafka.ContractJson;
import dev.dictamen.kafka.PermanentFailureException;
import org.apache.kafka.common.KafkaException;
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
        var weighed = weighed(found, from);
        if (weighed != null) {
            forward(weighed);
        }
    }

    /** A chat, what is to be done with it and where it goes; {@code next} is the record that goes on, null where none does. */
    private record Weighed(
            ClosedChat chat,
            LastEmitted entry,
            Decision decision,
            GateOutcome outcome,
            @Nullable Record<String, byte[]> next) {}

    /** Whatever a record does to what reads it, that record alone goes to the dead letters; null then. What the stream itself throws is thrown. */
    private @Nullable Weighed weighed(Record<String, byte[]> found, RecordMetadata from) {
        try {
            return weigh(found, from);
        } catch (PermanentFailureException e) {
            deadLetter(found, from, e);
        } catch (KafkaException ofTheStream) {
            throw ofTheStream;
        } catch (RuntimeException | StackOverflowError e) {
            deadLetter(found, from, new PermanentFailureException("a found record that breaks what reads it", e));
        }
        return null;
    }

    private Weighed weigh(Record<String, byte[]> found, RecordMetadata from) {
        var read = FoundChats.read(found);
        var at = new FoundAt(from.partition(), from.offset(), found.timestamp());
        var last = store.get(read.chatId());
        var chat = ClosingTime.readFrom(found.headers()) == ClosingTime.ESTIMATED ? asKnown(read, last) : read;
        var hash = ContentHash.of(chat);
        var decision = Decision.of(last, hash, at, chat.skipReason());
        return switch (decision) {
            case Decision.Emit(long revision) ->
                goingOn(found, entry(chat, hash, revision, at), decision, chat.withRevision(revision));
            case Decision.EmitAgain(long revision) ->
                goingOn(found, entry(chat, hash, revision, at), decision, chat.withRevision(revision));
            case Decision.Unchanged() -> staying(chat, entry(chat, hash, 0, at), decision, GateOutcome.UNCHANGED);
            case Decision.Outdated() -> staying(chat, entry(chat, hash, 0, at), decision, GateOutcome.OUTDATED);
        };
    }

    private Weighed goingOn(Record<String, byte[]> found, LastEmitted entry, Decision decision, ClosedChat chat) {
        var lane = lanes.of(chat);
        var headers = CloudEvents.headers(lanes.topic(lane), chat, "ingest-service", found.headers());
        var json = ContractJson.mapper().writeValueAsBytes(chat);
        return new Weighed(chat, entry, decision, lane, new Record<>(chat.chatId(), json, found.timestamp(), headers));
    }

    private static Weighed staying(ClosedChat chat, LastEmitted entry, Decision decision, GateOutcome outcome) {
        return new Weighed(chat, entry, decision, outcome, null);
    }

    private void forward(Weighed weighed) {
        if (weighed.decision() instanceof Decision.Emit) {
            store.put(weighed.chat().chatId(), weighed.entry());
        }
        if (weighed.next() != null) {
            context.forward(weighed.next(), weighed.outcome().word());
        }
        metrics.count(weighed.outcome());
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

    private void deadLetter(Record<String, byte[]> found, RecordMetadata from, PermanentFailureException cause) {
        log.warn("event=dead-letter topic={} partition={} offset={}", from.topic(), from.partition(), from.offset());
        context.forward(deadLetters.letter(found, from, cause), GateOutcome.DEAD_LETTER.word());
        metrics.count(GateOutcome.DEAD_LETTER);
    }
}
