package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code nasty/nasty-expected.json} asks of each hostile line, and what we answer to each hostile file. */
record NastyExpectations(List<Integer> linesToReject, List<Integer> linesToAccept) {
    static NastyExpectations read(Path file) throws IOException {
        var main = JsonMapper.shared().readTree(Files.readString(file)).get("main");
        return new NastyExpectations(linesThat(main, "reject"), linesThat(main, "accept"));
    }

    private static List<Integer> linesThat(JsonNode main, String expectation) {
        return StreamSupport.stream(main.spliterator(), false)
                .filter(entry -> entry.get("expect").asString().equals(expectation))
                .map(entry -> entry.get("line").asInt())
                .toList();
    }

    static List<HostileFile> files() {
        return List.of(
                new HostileFile("bom.jsonl", Set.of(0), "\\b5\\b"),
                new HostileFile("crlf.jsonl", Set.of(0), "\\b5\\b"),
                new HostileFile("cr-only.jsonl", Set.of(0, 1), "\\b5\\b|CR"),
                new HostileFile("no-final-newline.jsonl", Set.of(0), "\\b5\\b"),
                new HostileFile("blank-lines.jsonl", Set.of(0), "\\b5\\b"),
                new HostileFile("truncated.jsonl", Set.of(3), "\\b4\\b"),
                new HostileFile("empty.jsonl", Set.of(0, 1), "\\b0\\b|empty"),
                new HostileFile("only-newlines.jsonl", Set.of(0, 1), "\\b0\\b|empty"),
                new HostileFile("utf16.jsonl", Set.of(0, 1), "\\b5\\b|UTF-16"),
                new HostileFile("latin1.jsonl", Set.of(3), "\\b5\\b"),
                new HostileFile("bad-utf8.jsonl", Set.of(3), "\\b4\\b"),
                new HostileFile("cut.jsonl.gz", Set.of(1), "gzip|ends too early|truncated"),
                new HostileFile("not-jsonl.jsonl", Set.of(1), "ZIP"));
    }

    /** @param says a pattern of the import's output */
    record HostileFile(String name, Set<Integer> exitCodes, String says) {}
}
