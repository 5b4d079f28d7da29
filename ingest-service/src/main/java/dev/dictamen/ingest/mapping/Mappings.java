package dev.dictamen.ingest.mapping;

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

/** Reads mappings: the presets that come with the service, and files. */
public final class Mappings {
    /** The presets' names. */
    public static final List<String> PRESETS = List.of("livehelperchat", "whaticket");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private Mappings() {}

    /** The mapping of this preset or, where no preset has that name, of the file at that path. */
    public static SourceMapping of(String presetOrPath) {
        if (PRESETS.contains(presetOrPath)) {
            return parse(presetText(presetOrPath), presetOrPath);
        }
        var file = Path.of(presetOrPath);
        if (!Files.isRegularFile(file)) {
            throw new MappingException("SOURCE_MAPPING is " + presetOrPath + ", but no preset has that name ("
                    + String.join(", ", PRESETS) + ") and no file is there");
        }
        try {
            return parse(Files.readString(file), presetOrPath);
        } catch (IOException e) {
            throw new MappingException("the mapping " + file + " cannot be read: " + e, e);
        }
    }

    /** A preset's YAML text. */
    public static String presetText(String preset) {
        try (InputStream in = Mappings.class.getResourceAsStream("/source-mappings/" + preset + ".yml")) {
            if (in == null) {
                throw new MappingException("there is no preset " + preset);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MappingException("the preset " + preset + " cannot be read: " + e, e);
        }
    }

    /** Reads YAML text; {@code origin} is named in what goes wrong. */
    public static SourceMapping parse(String yaml, String origin) {
        try {
            return YAML.readValue(yaml, SourceMapping.class);
        } catch (JacksonException e) {
            throw new MappingException(
                    "the mapping " + origin + " is not understood: " + ParseProblem.where(e) + ParseProblem.what(e), e);
        }
    }
}
