package dev.dictamen.ingest.files;

import com.carrotsearch.hppc.LongArrayList;
import dev.dictamen.ingest.found.ChatLimits;
import dev.dictamen.ingest.records.FileRecord;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records that are messages, gathered by their chats: on disk, in a temporary file that only this user can read, and in memory eight
 * bytes for each. Chats come back in the order of their first records.
 */
final class Grouping implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final DataOutputStream out;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private long written;

    /** A chat's messages: where they begin in the temporary file. */
    private static final class Group {
        private final long firstLine;
        private final LongArrayList places = new LongArrayList(4);
        private long chatRecord = -1;
        private String problem = "";

        private Group(long firstLine) {
            this.firstLine = firstLine;
        }
    }

    /**
     * A chat as it was gathered.
     *
     * @param line where its first record begins
     * @param record its own record; null where it has none
     * @param problem why one of its records cannot be read; empty where all can
     */
    record Gathered(String id, long line, @Nullable JsonNode record, List<JsonNode> messages, String problem) {}

    /** Takes chats one after the other. */
    @FunctionalInterface
    interface Taker {
        void take(Gathered chat) throws IOException;
    }

    Grouping() throws IOException {
        this.file = Files.createTempFile("dictamen-import-", ".tmp");
        this.out = new DataOutputStream(new BufferedOutputStream(stream(), 1 << 16));
    }

    private OutputStream stream() throws IOException {
        return Files.newOutputStream(file);
    }

    void addMessage(String chat, FileRecord message) throws IOException {
        var group = groups.computeIfAbsent(chat, _ -> new Group(message.line()));
        if (!message.problem().isEmpty() && group.problem.isEmpty()) {
            group.problem = "the record in line " + message.line() + " cannot be read: " + message.problem();
        }
        try {
            group.places.add(write(message.value()));
        } catch (JacksonException noText) {
            group.problem = "the record in line " + message.line() + " holds a lone surrogate, which is no character";
        }
    }

    void addChat(String chat, FileRecord record) throws IOException {
        groups.computeIfAbsent(chat, _ -> new Group(record.line())).chatRecord = write(record.value());
    }

    private long write(JsonNode value) throws IOException {
        long place = written;
        var bytes = JSON.writeValueAsBytes(value);
        out.writeInt(bytes.length);
        out.write(bytes);
        written += Integer.BYTES + bytes.length;
        return place;
    }

    void forEach(Taker taker) throws IOException {
        out.flush();
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            for (var entry : groups.entrySet()) {
                taker.take(gathered(entry.getKey(), entry.getValue(), in));
            }
        }
    }

    private static Gathered gathered(String id, Group group, RandomAccessFile in) throws IOException {
        var record = group.chatRecord < 0 ? null : read(in, group.chatRecord);
        if (group.places.size() > ChatLimits.MESSAGES) {
            var problem = "it has " + group.places.size() + " messages; at most " + ChatLimits.MESSAGES + " are taken";
            return new Gathered(id, group.firstLine, record, List.of(), problem);
        }
        var messages = new ArrayList<JsonNode>(group.places.size());
        for (int i = 0; i < group.places.size(); i++) {
            messages.add(read(in, group.places.get(i)));
        }
        return new Gathered(id, group.firstLine, record, messages, group.problem);
    }

    private static JsonNode read(RandomAccessFile in, long place) throws IOException {
        in.seek(place);
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return JSON.readTree(bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
