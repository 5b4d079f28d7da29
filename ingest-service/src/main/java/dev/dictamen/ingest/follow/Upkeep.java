package dev.dictamen.ingest.follow;

import dev.dictamen.ingest.idle.IdleSchedule;
import dev.dictamen.ingest.quiet.ReadLoop;
import dev.dictamen.ingest.quiet.Receipt;
import dev.dictamen.ingest.read.Wanted;
import dev.dictamen.ingest.source.SourceComponent;

/** What has to be done now and then while a source is followed, beside following it. */
@SourceComponent
class Upkeep {
    private final IdleSchedule idle;
    private final LoggedAhead ahead;
    private final ReadLoop reading;

    Upkeep(IdleSchedule idle, LoggedAhead ahead, ReadLoop reading) {
        this.idle = idle;
        this.ahead = ahead;
        this.reading = reading;
    }

    /** Open chats that nobody goes on with count as closed. */
    void closeIdle() throws InterruptedException {
        idle.runWhenDue();
    }

    /** Chats whose rows did not say what the log said. */
    void readAgain() throws InterruptedException {
        for (var key : ahead.takeDue()) {
            reading.want(Wanted.scanned(key), Receipt.NONE);
        }
    }
}
