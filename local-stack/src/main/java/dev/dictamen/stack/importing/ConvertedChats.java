package dev.dictamen.stack.importing;

import dev.dictamen.stack.file.FileRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chats that ingest-service's reader made of a foreign file. What it refuses goes to the tally with the place in that file; how it went is
 * known at the end.
 */
final class ConvertedChats implements Records {
    private static final int MOST_PARTS = 5;

    private final Lines frames;
    private final Tally tally;
    private @Nullable ConversionSummary summary;

    ConvertedChats(InputStream frames, int longest, Tally tally) throws IOException {
        this.frames = new Lines(frames, 2 * longest);
        this.tally = tally;
    }

    /** @throws FileRefusedException when the file cannot be read at all */
    @Override
    public Optional<Line> next() throws IOException {
        for (var frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            var chat = take(frame.get().bytes());
            if (chat.isPresent()) {
                return chat;
            }
        }
        if (summary == null) {
            throw new ImportFailedException(
                    "the file's reader ended before the end of the file; what it said stands above");
        }
        return Optional.empty();
    }

    private Optional<Line> take(byte[] frame) throws IOException {
        switch (frame[0]) {
            case 'C' -> {
                return Optional.of(chat(frame));
            }
            case 'R' -> refuse(parts(new String(frame, StandardCharsets.UTF_8), MOST_PARTS));
            case 'E' ->
                summary = ConversionSummary.read(
                        parts(new String(frame, StandardCharsets.UTF_8), 2).get(1));
            default ->
                throw new FileRefusedException(
                        parts(new String(frame, StandardCharsets.UTF_8), 2).getLast());
        }
        return Optional.empty();
    }

    private void refuse(List<String> parts) throws IOException {
        var id = parts.get(3);
        tally.add(new Rejection(
                number(parts.get(1)), record(number(parts.get(2))), id.isEmpty() ? null : id, parts.get(4)));
    }

    private static Line chat(byte[] frame) {
        int second = tab(frame, 2);
        int third = tab(frame, second + 1);
        long line = number(new String(frame, 2, second - 2, StandardCharsets.UTF_8));
        long number = number(new String(frame, second + 1, third - second - 1, StandardCharsets.UTF_8));
        var json = new byte[frame.length - third - 1];
        System.arraycopy(frame, third + 1, json, 0, json.length);
        return new Line(line, record(number), json);
    }

    private static @Nullable Long record(long number) {
        return number == 0 ? null : number;
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    private static int tab(byte[] frame, int from) {
        int at = from;
        while (frame[at] != '\t') {
            at++;
        }
        return at;
    }

    private static List<String> parts(String frame, int most) {
        return new ArrayList<>(List.of(frame.split("\t", most)));
    }

    /** How the conversion went; to be asked at the end only. */
    ConversionSummary summary() {
        if (summary == null) {
            throw new IllegalStateException("the end has not come yet");
        }
        return summary;
    }
}
