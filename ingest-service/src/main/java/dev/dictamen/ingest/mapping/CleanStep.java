package dev.dictamen.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is done to every text. In YAML: the word {@code html} (tags go, paragraphs and breaks become line ends), or
 * {@code {pattern: regular expression, replacement: text}}.
 */
public sealed interface CleanStep {
    /** The text afterwards. */
    String apply(String text);

    /** From HTML to what a reader sees. */
    record Html() implements CleanStep {
        @Override
        public String apply(String text) {
            return HtmlText.of(text);
        }
    }

    /** Every match replaced. */
    record Replace(Pattern pattern, String replacement) implements CleanStep {
        @Override
        public String apply(String text) {
            return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CleanStep of(JsonNode yaml) {
        if (yaml.isString() && yaml.asString().equals("html")) {
            return new Html();
        }
        if (yaml.isObject() && yaml.size() == 2 && yaml.has("pattern") && yaml.has("replacement")) {
            return new Replace(
                    Pattern.compile(yaml.get("pattern").asString()),
                    yaml.get("replacement").asString());
        }
        throw new IllegalArgumentException("expected html or {pattern: …, replacement: …}, not " + yaml);
    }
}
