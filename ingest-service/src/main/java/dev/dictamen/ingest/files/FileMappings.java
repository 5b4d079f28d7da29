package dev.dictamen.ingest.files;

import dev.dictamen.ingest.mapping.ParseProblem;
import dev.dictamen.ingest.records.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads file mappings: the presets that come with the service, and files. */
final class FileMappings {
    /** The presets' names, in the order in which a file is held against them. */
    static final List<String> PRESETS = List.of(
            "dictamen",
            "intercom",
            "zendesk-chat",
            "zendesk",
            "chatwoot",
            "chatwoot-messages",
            "rocketchat",
            "openai",
            "openai-messages",
            "sharegpt",
            "rows",
            "whatsapp");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private FileMappings() {}

    static List<FileMapping> presets() {
        return PRESETS.stream().map(FileMappings::preset).toList();
    }

    /** The preset of this name or, where none has it, the mapping in the file at that path. */
    static FileMapping of(String presetOrPath) {
        if (PRESETS.contains(presetOrPath)) {
            return preset(presetOrPath);
        }
        var file = Path.of(presetOrPath);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException("--format is " + presetOrPath + ", but no preset has that name ("
                    + String.join(", ", PRESETS) + ") and no file is there");
        }
        try {
            return parse(Files.readString(file), presetOrPath);
        } catch (IOException e) {
            throw new UnreadableFileException("the mapping " + file + " cannot be read: " + e);
        }
    }

    private static FileMapping preset(String name) {
        try (InputStream in = FileMappings.class.getResourceAsStream("/file-mappings/" + name + ".yml")) {
            if (in == null) {
                throw new IllegalStateException("there is no preset " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static FileMapping parse(String yaml, String origin) {
        try {
            return YAML.readValue(yaml, FileMapping.class);
        } catch (JacksonException e) {
            throw new UnreadableFileException("the file mapping " + origin + " is not understood: "
                    + ParseProblem.where(e) + ParseProblem.what(e));
        }
    }
}
