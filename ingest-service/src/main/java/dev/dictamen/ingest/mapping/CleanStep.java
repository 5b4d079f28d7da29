package dev.dictamen.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
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

    /** Every match replaced; what that takes grows with the text's length and no faster, whatever the text (ADR 34). */
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
                    compiled(yaml.get("pattern").asString()),
                    yaml.get("replacement").asString());
        }
        throw new IllegalArgumentException("expected html or {pattern: …, replacement: …}, not " + yaml);
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the pattern " + expression + " cannot be used: " + e.getDescription() + " at " + e.getPattern()
                            + "; expressions are RE2's, which has no look-ahead or look-behind (?= ?! ?<= ?<!), no back references"
                            + " \\1, no possessive repeats *+ and no atomic groups (?>",
                    e);
        }
    }
}
