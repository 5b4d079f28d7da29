package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.quiet.ReadLoop;
import dev.dictamen.ingest.read.SourceChats;
import dev.dictamen.ingest.read.Wanted;
import io.debezium.engine.ChangeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Turns batches of the log into chats to be read, and tells up to where all of them have been. One for each engine run. */
final class Signals {
    private final ChangeReader changes;
    private final SourceChats chats;
    private final ReadLoop reading;
    private final Consumer<Instant> followed;
    private final Positions<ChangeEvent<SourceRecord, SourceRecord>> positions = new Positions<>();

    /** {@code followed} is told up to when the log has been dealt with and that is stored. */
    Signals(ChangeReader changes, SourceChats chats, ReadLoop reading, Consumer<Instant> followed) {
        this.changes = changes;
        this.chats = chats;
        this.reading = reading;
        this.followed = followed;
    }

    /** The newest event up to which everything is done; empty where nothing new is. */
    Optional<ChangeEvent<SourceRecord, SourceRecord>> take(List<ChangeEvent<SourceRecord, SourceRecord>> events)
            throws InterruptedException {
        if (!events.isEmpty()) {
            var mark = positions.add(events.getLast());
            for (Wanted wanted : wanted(events)) {
                reading.want(wanted, mark.hold());
            }
        }
        return positions.takeDone();
    }

    /** The position of this event is stored. */
    void followed(ChangeEvent<SourceRecord, SourceRecord> event) {
        timeOf(event.value()).ifPresent(followed);
    }

    private List<Wanted> wanted(List<ChangeEvent<SourceRecord, SourceRecord>> events) {
        var wanted = new ArrayList<Wanted>();
        var messages = new ArrayList<String>();
        for (var event : events) {
            for (Change change : changes.read(event.value())) {
                switch (change) {
                    case Change.OfChat(var chat) -> wanted.add(chat);
                    case Change.OfMessage(var key) -> messages.add(key);
                }
            }
        }
        chats.chatsOfMessages(messages).forEach(key -> wanted.add(Wanted.scanned(key)));
        return wanted;
    }

    /** A heartbeat's own time, or when a change was committed. */
    private static Optional<Instant> timeOf(SourceRecord record) {
        if (!(record.value() instanceof Struct event)) {
            return Optional.empty();
        }
        var holder = event.schema().field("source") == null ? event : event.getStruct("source");
        return holder.schema().field("ts_ms") == null
                ? Optional.empty()
                : Optional.ofNullable(holder.getInt64("ts_ms")).map(Instant::ofEpochMilli);
    }
}
