package dev.dictamen.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Files are streamed: what comes out comes before the end of what goes in, and a record too large is passed over. */
class LongFilesTest {
    private static final int CHATS = 20_000;
    private static final String CHAT =
            "{\"conversation_id\": \"c-%d\", \"transcript\": [{\"role\": \"user\", \"content\": \"" + "hola ".repeat(40)
                    + "\"}]}";

    @Test
    void chatsOfAnArrayComeOutBeforeItsEnd() {
        var written = new AtomicLong();
        var writtenBeforeEnd = new AtomicLong();
        var in = new Parts(() -> writtenBeforeEnd.set(written.get()));

        new ConvertMain(in, counting(written)).run("--name=long.json");

        assertThat(writtenBeforeEnd.get()).isGreaterThan(CHATS * 200L / 2);
    }

    /** An array of chats, part by part. */
    private static final class Parts extends InputStream {
        private final Runnable beforeLast;
        private int part;
        private InputStream now = InputStream.nullInputStream();

        private Parts(Runnable beforeLast) {
            this.beforeLast = beforeLast;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = now.read(bytes, from, length);
            if (read >= 0 || part > CHATS + 1) {
                return read;
            }
            if (part == CHATS + 1) {
                beforeLast.run();
            }
            now = new ByteArrayInputStream(part(part++).getBytes(StandardCharsets.UTF_8));
            return now.read(bytes, from, length);
        }
    }

    @Test
    void aRecordBeyondItsBoundIsRefusedAndItsNeighboursAreTaken() {
        var numbers = "0,".repeat(2_000_001) + "0";
        var text = "[" + CHAT.formatted(1) + ", {\"transcript\": [" + numbers + "]},\n" + CHAT.formatted(2) + "]";

        var read = ConvertedFile.of("large.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.stream().filter(line -> line.contains(" chat "))).hasSize(2);
        assertThat(read).anyMatch(line -> line.startsWith("refused line 1 record 2") && line.contains("larger than"));
    }

    private static String part(int i) {
        return switch (i) {
            case 0 -> "[";
            case CHATS + 1 -> "]";
            default -> (i == 1 ? "" : ",\n") + CHAT.formatted(i);
        };
    }

    private static OutputStream counting(AtomicLong written) {
        return new OutputStream() {
            @Override
            public void write(int next) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written.addAndGet(length);
            }
        };
    }
}
