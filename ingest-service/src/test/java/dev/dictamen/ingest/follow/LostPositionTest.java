package dev.dictamen.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.network.ServerException;
import org.junit.jupiter.api.Test;

class LostPositionTest {
    private static final int FATAL_READING_LOG = 1236;

    @Test
    void aPurgedLogLosesThePosition() {
        assertThat(isLost("Could not find first log file name in binary log index file"))
                .isTrue();
    }

    @Test
    void anotherReaderOfTheSameNumberDoesNot() {
        assertThat(isLost("A replica with the same server_uuid/server_id as this replica has connected to the source"))
                .isFalse();
    }

    private static boolean isLost(String text) {
        var refused = new ServerException(text, FATAL_READING_LOG, "HY000");
        var wrapped = new IllegalStateException(text + " Error code: 1236; SQLSTATE: HY000.", refused);
        return LostPosition.isCauseOf("engine failed", wrapped);
    }
}
