package dev.dictamen.ingest.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the records in a stream of JSON, one at a time: the values at some paths, of arrays their elements. Not for several threads. */
public final class JsonRecords {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(500)
                    .maxNumberLength(400)
                    .maxNameLength(10_000)
                    .maxStringLength(BoundedTree.CHARACTERS)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final List<List<String>> paths;
    private final FileRecord.Sink sink;
    private long number;
    private long list;
    private long lineBefore;

    /** @param paths the keys down to the records; an empty one: the values of the file themselves */
    public JsonRecords(List<List<String>> paths, FileRecord.Sink sink) {
        this.paths = paths;
        this.sink = sink;
    }

    public static JsonParser parser(byte[] utf8) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8);
    }

    public static JsonParser parser(Reader text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    public static JsonParser parser(InputStream utf8) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8);
    }

    /** @param firstLine the number of the text's first line in the file */
    public void read(JsonParser parser, long firstLine) throws IOException {
        lineBefore = firstLine - 1;
        while (parser.nextToken() != null) {
            list += parser.currentToken() == JsonToken.START_ARRAY ? 1 : 0;
            descend(parser, paths);
        }
    }

    private void descend(JsonParser parser, List<List<String>> rest) throws IOException {
        boolean isHere = rest.stream().anyMatch(List::isEmpty);
        if (isHere && parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                take(parser);
            }
        } else if (isHere) {
            take(parser);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var deeper = after(parser.currentName(), rest);
                parser.nextToken();
                descend(parser, deeper);
            }
        } else {
            parser.skipChildren();
        }
    }

    private static List<List<String>> after(String name, List<List<String>> paths) {
        return paths.stream()
                .filter(path -> path.getFirst().equals(name))
                .map(path -> path.subList(1, path.size()))
                .toList();
    }

    private void take(JsonParser parser) throws IOException {
        long line = lineBefore + parser.currentTokenLocation().getLineNr();
        var read = BoundedTree.next(parser);
        sink.take(new FileRecord(line, ++number, list, wrapped(read.value()), read.problem()));
    }

    /** A list that stands where a record does is a list of messages. */
    public static JsonNode wrapped(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        var record = JsonNodeFactory.instance.objectNode();
        record.set("messages", value);
        return record;
    }
}
