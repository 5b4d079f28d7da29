package dev.dictamen.stack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who wrote a line, in the words of the samples and, as a column, of the demo's chat product. */
enum Author {
    @JsonProperty("user")
    CLIENT,
    @JsonProperty("assistant")
    OPERATOR,
    @JsonProperty("bot")
    ROBOT,
    @JsonProperty("system")
    EVENT,
    @JsonProperty("note")
    MEMO;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
