package dev.dictamen.stack.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestAnswerTest {
    private static final Batch BATCH = new Batch(List.of(new Line(7, new byte[0])));

    @TempDir
    Path folder;

    @Test
    void timesThatCouldNotBeReadAreSummedOverTheBatches() throws Exception {
        var tally = new Tally(new ImportReport(folder.resolve("report.jsonl")));

        tally.add(result(
                "{\"accepted\":1,\"rejected\":[],\"unreadTimes\":{\"count\":2,\"examples\":[\"'ayer'\",\"'hoy'\"]}}"));
        tally.add(result("{\"accepted\":1,\"rejected\":[]}"));
        tally.add(
                result(
                        "{\"accepted\":1,\"rejected\":[],\"unreadTimes\":{\"count\":3,\"examples\":[\"'hoy'\",\"'ya'\",\"'z'\"]}}"));

        assertThat(tally.times()).isEqualTo(new UnreadTimes(5, List.of("'ayer'", "'hoy'", "'ya'")));
    }

    private static BatchResult result(String json) {
        return IngestAnswer.read(json.getBytes(StandardCharsets.UTF_8)).of(BATCH);
    }
}
