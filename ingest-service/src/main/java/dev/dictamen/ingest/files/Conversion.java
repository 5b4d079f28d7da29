package dev.dictamen.ingest.files;

import dev.dictamen.ingest.files.FormatRecognition.Recognised;
import dev.dictamen.ingest.jsonl.Line;
import dev.dictamen.ingest.jsonl.Lines;
import dev.dictamen.ingest.jsonl.StrictJson;
import dev.dictamen.ingest.records.BoundedTree;
import dev.dictamen.ingest.records.CsvHead;
import dev.dictamen.ingest.records.CsvRecords;
import dev.dictamen.ingest.records.FileForm;
import dev.dictamen.ingest.records.FileRecord;
import dev.dictamen.ingest.records.Head;
import dev.dictamen.ingest.records.JsonRecords;
import dev.dictamen.ingest.records.UnreadableFileException;
import dev.dictamen.ingest.records.WhatsAppText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file by its mapping and writes its chats down as frames, as they come. Not for several threads. */
final class Conversion {
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;

    private final String name;
    private final FileMapping mapping;
    private final List<List<String>> paths;
    private final Frames out;
    private final FileTimes times;

    /** @param name the file's, as its chats without an id are named */
    Conversion(String name, Recognised recognised, Frames out) {
        this.name = name;
        this.mapping = recognised.mapping();
        this.paths = recognised.paths();
        this.out = out;
        this.times = new FileTimes(mapping.times(), mapping.zone());
    }

    /** Throws {@link UnreadableFileException} where nothing of it can be read. */
    void run(Head head, BufferedInputStream in) throws IOException {
        var broken = mapping.isGrouped() ? grouped(head, in) : read(head, in, this::takeChat);
        out.end(mapping.name(), times, broken);
    }

    private @Nullable String grouped(Head head, BufferedInputStream in) throws IOException {
        try (var grouping = new Grouping()) {
            var broken = read(head, in, record -> gather(record, grouping));
            var assembly = new ChatAssembly(mapping, times);
            grouping.forEach(chat -> out.add(chat.line(), 0, assembled(chat, assembly)));
            return broken;
        }
    }

    private static Assembled assembled(Grouping.Gathered chat, ChatAssembly assembly) {
        return chat.problem().isEmpty()
                ? onItsOwn(() -> assembly.grouped(chat.id(), chat.record(), chat.messages()), chat.id())
                : new Assembled.Refused(chat.id(), chat.problem());
    }

    /** A chat that breaks what reads it, a regular expression above all, is refused alone. */
    private static Assembled onItsOwn(Supplier<Assembled> reading, @Nullable String id) {
        try {
            return reading.get();
        } catch (StackOverflowError | RuntimeException e) {
            return new Assembled.Refused(id, "reading it fails: " + e.getClass().getSimpleName());
        }
    }

    private void gather(FileRecord record, Grouping grouping) throws IOException {
        var messages = Objects.requireNonNull(mapping.messages(), "messages");
        var row = FileRow.ofChat(List.of(record.value()));
        if (messages.where() != null && !messages.where().hold(row::value)) {
            var key = row.text(mapping.chat().key());
            if (key != null) {
                grouping.addChat(key, record);
            }
            return;
        }
        var chat = messages.chat() == null ? oneChat(record) : row.text(messages.chat());
        if (chat == null) {
            var why = record.problem().isEmpty()
                    ? "nothing stands in " + ValuePath.shown(String.valueOf(messages.chat()))
                    : record.problem();
            out.refuse(record.line(), record.number(), "", "no id of its chat: " + why);
        } else {
            grouping.addMessage(chat, record);
        }
    }

    /** The file itself; where it holds several lists, each of them. */
    private String oneChat(FileRecord record) {
        return record.list() < 2 ? name : name + "-" + record.list();
    }

    private void takeChat(FileRecord record) throws IOException {
        if (!record.problem().isEmpty()) {
            out.refuse(record.line(), record.number(), "", record.problem());
        } else if (!(record.value() instanceof ObjectNode object)) {
            out.refuse(record.line(), record.number(), "", "the record is no object");
        } else {
            out.add(record.line(), record.number(), assembled(object, record));
        }
    }

    private Assembled assembled(ObjectNode object, FileRecord record) {
        return mapping.isIn(FileForm.DICTAMEN)
                ? new Assembled.Chat(object)
                : onItsOwn(() -> new ChatAssembly(mapping, times).embedded(object, name + "-" + record.number()), null);
    }

    private @Nullable String read(Head head, BufferedInputStream in, FileRecord.Sink sink) throws IOException {
        return switch (Objects.requireNonNull(head.form(), "form")) {
            case JSON, DICTAMEN -> head.isLines() ? lines(in, sink) : stream(in, sink);
            case CSV -> csv(Objects.requireNonNull(head.csv(), "csv"), in, sink);
            case WHATSAPP -> whatsApp(in, sink);
        };
    }

    private @Nullable String lines(BufferedInputStream in, FileRecord.Sink sink) throws IOException {
        var lines = new Lines(in, BoundedTree.CHARACTERS);
        var records = new JsonRecords(paths, sink);
        for (var line = lines.next(); !(line instanceof Line.End); line = lines.next()) {
            switch (line) {
                case Line.Content(long number, ByteBuffer utf8) -> line(number, utf8, records);
                case Line.TooLong(long number) ->
                    out.refuse(number, 0, "", "the line is longer than " + BoundedTree.CHARACTERS + " bytes");
                case Line.End() -> {}
            }
        }
        return null;
    }

    private void line(long number, ByteBuffer bytes, JsonRecords records) throws IOException {
        try (var parser = mapping.charset() == null
                ? JsonRecords.parser(copied(bytes))
                : JsonRecords.parser(
                        new StringReader(mapping.charset().decode(bytes).toString()))) {
            records.read(parser, number);
        } catch (JacksonException e) {
            out.refuse(number, 0, "", reason(e));
        }
    }

    private static byte[] copied(ByteBuffer bytes) {
        var copied = new byte[bytes.remaining()];
        bytes.get(copied);
        return copied;
    }

    private @Nullable String stream(BufferedInputStream in, FileRecord.Sink sink) throws IOException {
        try (JsonParser parser =
                mapping.charset() == null ? JsonRecords.parser(in) : JsonRecords.parser(text(in, mapping.charset()))) {
            try {
                new JsonRecords(paths, sink).read(parser, 1);
                return null;
            } catch (JacksonException e) {
                return "line " + parser.currentLocation().getLineNr() + ": " + reason(e);
            }
        }
    }

    private static String reason(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).contains("UTF-8")
                ? "not valid UTF-8; say in which it is written: --charset windows-1252"
                : StrictJson.reason(e);
    }

    private @Nullable String csv(CsvHead csv, BufferedInputStream in, FileRecord.Sink sink) throws IOException {
        try (var records = new CsvRecords(text(in, charset()), csv)) {
            for (var record = records.next(); record != null; record = records.next()) {
                sink.take(record);
            }
            return null;
        } catch (JacksonException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw UnreadableFileException.notIn(charset());
            }
            return "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                    + ": the CSV cannot be read on; is a quotation mark not closed?";
        }
    }

    private Charset charset() {
        return mapping.charset() == null ? StandardCharsets.UTF_8 : mapping.charset();
    }

    private static Reader text(BufferedInputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private @Nullable String whatsApp(BufferedInputStream in, FileRecord.Sink sink) throws IOException {
        var bytes = in.readNBytes(LONGEST_TEXT + 1);
        if (bytes.length > LONGEST_TEXT) {
            throw new UnreadableFileException(
                    "the text is longer than " + LONGEST_TEXT + " bytes; one conversation is not");
        }
        var text = new WhatsAppText(decoded(bytes));
        var writers = text.authors();
        var unknown = mapping.agents().stream()
                .filter(agent -> writers.stream().noneMatch(agent::equalsIgnoreCase))
                .findFirst();
        if (mapping.agents().isEmpty() || unknown.isPresent()) {
            throw new UnreadableFileException((unknown.isPresent()
                            ? "no message is of --agent " + unknown.get()
                            : "it does not say who answers and who asks")
                    + ": name who answers with --agent NAME; its writers are " + String.join(", ", writers));
        }
        text.forEach(mapping.agents(), sink);
        return null;
    }

    private String decoded(byte[] bytes) {
        try {
            return charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UnreadableFileException.notIn(charset());
        }
    }
}
