package dev.dictamen.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step of cleaning, and which messages it is for. In YAML: a step as it is, for every message, or
 * {@code {step: step, when: conditions}}.
 *
 * @param when null for every message
 */
public record CleanRule(CleanStep step, @Nullable Conditions when) {
    private static final String STEP = "step";
    private static final String WHEN = "when";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CleanRule of(JsonNode yaml) {
        if (!yaml.has(STEP)) {
            return new CleanRule(CleanStep.of(yaml), null);
        }
        if (yaml.size() != 2 || !yaml.has(WHEN)) {
            throw new IllegalArgumentException("expected {step: …, when: …}, not " + yaml);
        }
        return new CleanRule(CleanStep.of(yaml.get(STEP)), Conditions.of(yaml.get(WHEN)));
    }

    /** The columns that {@code when} asks. */
    public Set<String> columns() {
        return when == null ? Set.of() : when.columns();
    }
}
