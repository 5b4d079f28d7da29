package dev.dictamen.ingest.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The beginning of a file and what it shows.
 *
 * @param form null where it is none that is read
 * @param values JSON's first values as far as they are there; of CSV one record that has every column
 * @param isLines whether each line is a value of its own
 * @param csv null where it is no CSV
 */
public record Head(
        @Nullable FileForm form,
        List<JsonNode> values,
        boolean isLines,
        @Nullable CsvHead csv) {
    private static final int BYTES = 1 << 20;
    private static final int VALUES = 300;

    /**
     * Looks at the stream's beginning and puts it back, but for a byte order mark.
     *
     * @param delimiter null where the header line shows it
     */
    public static Head of(BufferedInputStream in, @Nullable Charset charset, @Nullable Character delimiter)
            throws IOException {
        in.mark(BYTES);
        var bytes = in.readNBytes(BYTES);
        in.reset();
        boolean isMarked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        in.skipNBytes(isMarked ? 3 : 0);
        var text = new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
        var head = of(isMarked ? text.substring(1) : text, delimiter);
        boolean isCut = bytes.length == BYTES;
        if (head.form != FileForm.JSON && text.lastIndexOf('\ufffd', text.length() - (isCut ? 4 : 1)) >= 0) {
            throw UnreadableFileException.notIn(charset == null ? StandardCharsets.UTF_8 : charset);
        }
        return head;
    }

    public static Head of(String text, @Nullable Character delimiter) {
        var start = text.strip();
        if (WhatsAppText.isOne(text)) {
            return new Head(FileForm.WHATSAPP, List.of(), false, null);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            var values = BoundedTree.beginnings(JsonRecords.parser(new StringReader(start)), VALUES);
            return new Head(FileForm.JSON, values, hasValuesInLines(start), null);
        }
        var csv = CsvHead.of(text, delimiter);
        return csv == null
                ? new Head(null, List.of(), false, null)
                : new Head(FileForm.CSV, List.of(columns(text, csv)), false, csv);
    }

    /** Whether the first line is a whole value, and another begins in the next. */
    private static boolean hasValuesInLines(String start) {
        var lines = start.lines().filter(line -> !line.isBlank()).limit(2).toList();
        var second = lines.size() < 2 ? "" : lines.get(1).strip();
        return (second.startsWith("{") || second.startsWith("[")) && isWhole(lines.getFirst());
    }

    private static boolean isWhole(String line) {
        try (var parser = JsonRecords.parser(new StringReader(line))) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException notWhole) {
            return false;
        }
    }

    private static JsonNode columns(String text, CsvHead csv) {
        var record = JsonNodeFactory.instance.objectNode();
        var header = text.lines().skip(csv.linesBefore()).findFirst().orElse("");
        for (var name : CsvHead.names(header.replace("\"", "").split(Pattern.quote(String.valueOf(csv.delimiter()))))) {
            record.put(name, "x");
        }
        return record;
    }
}
