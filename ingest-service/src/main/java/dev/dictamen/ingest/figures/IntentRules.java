package dev.dictamen.ingest.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dictamen.ingest.mapping.ParseProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What customers may want, how that is told from what is said, and by what a tool for it is ranked. Immutable.
 *
 * @param csatTarget the satisfaction that is aimed at
 * @param weights what counts how much in an intent's score
 * @param intents at most {@link #MOST}, each under a name of its own
 */
public record IntentRules(
        @JsonProperty(required = true) double csatTarget,
        @JsonProperty(required = true) Weights weights,
        @JsonProperty(required = true) List<IntentRule> intents) {
    /** Most intents. */
    static final int MOST = 100;

    private static final String BUILT_IN = "/figures/intents.yml";
    private static final double ROUNDING = 1e-9;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public IntentRules {
        if (!(csatTarget >= 1 && csatTarget <= 5)) {
            throw new IllegalArgumentException("csatTarget is " + csatTarget + ", but must be 1 to 5");
        }
        Objects.requireNonNull(weights, "weights");
        intents = List.copyOf(intents);
        if (intents.size() > MOST) {
            throw new IllegalArgumentException(intents.size() + " intents; at most " + MOST + " are taken");
        }
        var names = new HashSet<String>();
        for (IntentRule intent : intents) {
            if (!names.add(intent.name())) {
                throw new IllegalArgumentException("the intent " + intent.name() + " is there twice");
            }
        }
    }

    /**
     * What counts how much, together 1.
     *
     * @param frequency conversations with the intent
     * @param unresolved share of them that was not resolved
     * @param csatGap how far their satisfaction is below the target
     * @param effort how little effort the tool is
     */
    record Weights(
            @JsonProperty(required = true) double frequency,
            @JsonProperty(required = true) double unresolved,
            @JsonProperty(required = true) double csatGap,
            @JsonProperty(required = true) double effort) {
        Weights {
            if (!(frequency >= 0 && unresolved >= 0 && csatGap >= 0 && effort >= 0)) {
                throw new IllegalArgumentException("a weight is negative or no number");
            }
            double sum = frequency + unresolved + csatGap + effort;
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                throw new IllegalArgumentException("the weights sum to " + sum + ", but must sum to 1");
            }
        }
    }

    /** Those of the file at this path, or those that come with the service where it is empty. */
    static IntentRules of(String path) {
        if (path.isEmpty()) {
            return builtIn();
        }
        var file = Path.of(path);
        try {
            return parse(Files.readString(file), path);
        } catch (IOException e) {
            throw new IllegalArgumentException("REPLAY_INTENTS is " + path + ", which cannot be read: " + e, e);
        }
    }

    /** Those that come with the service. */
    static IntentRules builtIn() {
        try (InputStream in = Objects.requireNonNull(IntentRules.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML text; {@code origin} is named in what goes wrong. */
    static IntentRules parse(String yaml, String origin) {
        try {
            return YAML.readValue(yaml, IntentRules.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the intents " + origin + " are not understood: " + ParseProblem.where(e) + ParseProblem.what(e),
                    e);
        }
    }
}
