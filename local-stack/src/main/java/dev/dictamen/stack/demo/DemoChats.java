package dev.dictamen.stack.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The sample chats that the jar carries. */
final class DemoChats {
    private static final String FILE = "/demo-chats.jsonl";
    private static final JsonMapper JSON = JsonMapper.shared();

    private DemoChats() {}

    static List<DemoChat> read() throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoChats.class.getResourceAsStream(FILE), FILE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> JSON.readValue(line, DemoChat.class))
                    .toList();
        }
    }
}
