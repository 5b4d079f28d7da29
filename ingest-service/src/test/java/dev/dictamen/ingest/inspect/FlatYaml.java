package dev.dictamen.ingest.inspect;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML document as its leaves: chat.closed.status = 2. A list is one leaf per element, so that one more does not move the
 * others; a lone value equals a list of one.
 */
record FlatYaml(Map<String, String> leaves) {
    static FlatYaml of(String yaml) {
        Map<String, String> leaves = new TreeMap<>();
        flatten("", new YAMLMapper().readTree(yaml), leaves);
        return new FlatYaml(leaves);
    }

    /** The leaves that only one has, or that differ. */
    Set<String> differences(FlatYaml other) {
        var all = new TreeSet<>(leaves.keySet());
        all.addAll(other.leaves.keySet());
        all.removeIf(key -> Objects.equals(leaves.get(key), other.leaves.get(key)));
        return all;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), leaves));
        } else if (node.isArray() && (node.size() > 1 || node.get(0).isObject())) {
            node.forEach(element -> leaves.put(path + "[" + element + "]", ""));
        } else if (node.isArray()) {
            flatten(path, node.get(0), leaves);
        } else {
            leaves.put(path, node.asString());
        }
    }
}
