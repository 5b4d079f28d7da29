package dev.dictamen.ingest.files;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * The text of a message's content: text as it is; of a list of parts each part's text from a new line on, and {@code [type]} for a part
 * that is no text ({@code [image_url]}).
 */
final class PartTexts {
    private PartTexts() {}

    static String of(JsonNode content) {
        if (content.isArray()) {
            var joined = new StringJoiner("\n");
            content.forEach(part -> {
                var text = part(part);
                if (!text.isEmpty()) {
                    joined.add(text);
                }
            });
            return joined.toString();
        }
        return part(content);
    }

    private static String part(JsonNode part) {
        if (part.isNull()) {
            return "";
        }
        if (part.isValueNode()) {
            return part.asString();
        }
        var text = part.path("text");
        if (text.isString()) {
            return text.asString();
        }
        if (text.path("value").isString()) {
            return text.path("value").asString();
        }
        if (part.path("refusal").isString()) {
            return part.path("refusal").asString();
        }
        var type = part.path("type").asString("");
        return type.isEmpty() ? "" : "[" + type + "]";
    }
}
