package dev.dictamen.ingest.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.dictamen.ingest.mapping.Fact;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An attribute of a chat. In YAML: a fact as in a source mapping, or {@code {from: fact, values: {word: value}}}, which gives the value
 * of the word that stands there, whatever its case, and nothing for another word.
 *
 * @param values empty where what stands there is taken as it is
 */
record FileFact(Fact fact, Map<String, String> values) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FileFact of(JsonNode yaml) {
        if (!yaml.has("from")) {
            return new FileFact(Fact.of(yaml), Map.of());
        }
        if (yaml.size() != 2 || !yaml.path("values").isObject()) {
            throw new IllegalArgumentException("expected {from: …, values: {word: value}}, not " + yaml);
        }
        var values = new LinkedHashMap<String, String>();
        yaml.get("values")
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey().toLowerCase(Locale.ROOT),
                        entry.getValue().asString()));
        return new FileFact(Fact.of(yaml.get("from")), Map.copyOf(values));
    }
}
