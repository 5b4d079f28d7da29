package dev.dictamen.ingest.files;

import dev.dictamen.ingest.jsonl.UnreadTimes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a conversion writes for {@code ./dictamen import}, a line each, its parts set apart by tabs: {@code C line number chat} for a chat
 * in our own form, {@code R line number id reason} for one that cannot be read, {@code F sentence} for a file that cannot, and at the
 * end {@code E summary}. Lines and numbers are those of the file. Not for several threads.
 */
final class Frames {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream out;
    private final Map<String, Long> leftOut = new LinkedHashMap<>();

    Frames(OutputStream out) {
        this.out = out;
    }

    /**
     * How it went.
     *
     * @param format the mapping's name
     * @param leftOut how many chats were left out, by why
     * @param broken why reading stopped before the end; null where it did not
     */
    record Summary(
            String format,
            Map<String, Long> leftOut,
            long unreadTimes,
            List<String> examples,
            boolean lacksZone,
            @Nullable String broken) {}

    void add(long line, long number, Assembled chat) throws IOException {
        switch (chat) {
            case Assembled.Chat(var json) -> {
                try {
                    write("C", line, number, JSON.writeValueAsString(json));
                } catch (JacksonException noText) {
                    refuse(
                            line,
                            number,
                            json.path("conversation_id").asString(""),
                            "it holds a lone surrogate, which is no character");
                }
            }
            case Assembled.LeftOut(var why) -> leftOut.merge(why, 1L, Long::sum);
            case Assembled.Refused(var id, var reason) -> refuse(line, number, id == null ? "" : id, reason);
        }
    }

    void refuse(long line, long number, String id, String reason) throws IOException {
        write("R", line, number, OneLine.of(id, true) + "\t" + OneLine.of(reason, false));
    }

    void refuseFile(String sentence) throws IOException {
        write("F\t" + OneLine.of(sentence, false));
        out.flush();
    }

    void end(String format, FileTimes times, @Nullable String broken) throws IOException {
        UnreadTimes unread = times.unread();
        var summary = new Summary(format, leftOut, unread.count(), unread.examples(), times.lacksZone(), broken);
        write("E\t" + JSON.writeValueAsString(summary));
        out.flush();
    }

    private void write(String kind, long line, long number, String rest) throws IOException {
        write(kind + "\t" + line + "\t" + number + "\t" + rest);
    }

    private void write(String frame) throws IOException {
        out.write(frame.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
