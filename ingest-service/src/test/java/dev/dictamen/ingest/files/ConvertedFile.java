package dev.dictamen.ingest.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a conversion makes of a file, written down for people: a line for each chat, message, refusal and sum. */
final class ConvertedFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> shown = new ArrayList<>();

    private ConvertedFile() {}

    static List<String> of(String name, byte[] bytes, String... options) {
        var out = new ByteArrayOutputStream();
        var words = new ArrayList<>(List.of("--name=" + name));
        words.addAll(Arrays.asList(options));
        new ConvertMain(new ByteArrayInputStream(bytes), out).run(words.toArray(String[]::new));
        var converted = new ConvertedFile();
        out.toString(StandardCharsets.UTF_8).lines().forEach(converted::show);
        return converted.shown;
    }

    private void show(String frame) {
        var parts = frame.split("\t", 4);
        switch (parts[0]) {
            case "C" -> chat("line " + parts[1] + " record " + parts[2], JSON.readTree(parts[3]));
            case "R" ->
                shown.add("refused line " + parts[1] + " record " + parts[2] + " id " + parts[3].replace("\t", ": "));
            case "F" -> shown.add("unreadable: " + parts[1]);
            case "E" -> shown.add("end " + parts[1]);
            default -> throw new IllegalStateException(frame);
        }
    }

    private void chat(String place, JsonNode chat) {
        shown.add(place + " chat " + chat.get("conversation_id") + " " + chat.path("meta"));
        chat.get("transcript")
                .forEach(message -> shown.add("  " + message.path("role").asString("") + " "
                        + message.path("timestamp").asString("-") + " " + message.path("content")));
    }
}
