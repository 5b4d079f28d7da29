package dev.dictamen.stack.prompt;

import dev.dictamen.stack.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prompt versions as lines for a person. */
final class PromptText {
    private static final int SHORT_HASH = 12;

    private PromptText() {}

    static List<String> list(JsonNode prompts) {
        if (prompts.path("versions").isEmpty()) {
            return List.of("No version is known yet; the first worker publishes the one it came with");
        }
        var table = new Table("version", "live", "hash", "temperature", "seed", "max tokens", "published", "by");
        prompts.path("versions").forEach(version -> {
            var parameters = version.path("parameters");
            var hash = text(version, "hash");
            table.row(
                    text(version, "version"),
                    version.path("live").asBoolean(false) ? "live" : "",
                    hash.substring(0, Math.min(SHORT_HASH, hash.length())),
                    text(parameters, "temperature"),
                    text(parameters, "seed"),
                    text(parameters, "maxTokens"),
                    text(version, "publishedAt"),
                    text(version, "publishedBy"));
        });
        return table.lines();
    }

    /** All that a version says. */
    static List<String> one(JsonNode version) {
        var parameters = version.path("parameters");
        var lines = new ArrayList<String>();
        lines.add("%s%s, published by %s at %s"
                .formatted(
                        text(version, "version"),
                        version.path("live").asBoolean(false) ? " (live)" : "",
                        text(version, "publishedBy"),
                        text(version, "publishedAt")));
        lines.add("temperature %s, seed %s, at most %s tokens"
                .formatted(text(parameters, "temperature"), text(parameters, "seed"), text(parameters, "maxTokens")));
        lines.add("hash " + text(version, "hash"));
        for (var part : List.of("instructions", "task", "repair")) {
            add(part, text(version.path("texts"), part), lines);
        }
        var schema = version.path("schema");
        add("schema", schema.isString() ? schema.asString("") : schema.toString(), lines);
        return lines;
    }

    private static void add(String heading, String text, List<String> lines) {
        lines.add("");
        lines.add("--- " + heading);
        text.lines().forEach(lines::add);
    }

    /** How live chats are asked from now on. */
    static List<String> live(JsonNode live) {
        return List.of("live chats are asked with " + text(live.path("ask"), "promptVersion") + " from now on");
    }

    static List<String> added(JsonNode version) {
        var name = text(version, "version");
        return List.of(name + " is published; try it out: ./dictamen replay create --all --prompt " + name);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
