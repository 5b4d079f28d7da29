package dev.dictamen.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The five grades of REQUIREMENTS.md, from worst to best; {@link #value()} is the 1-5 scale that CSAT uses. */
public enum Score {
    @JsonProperty("horrible")
    HORRIBLE(1),
    @JsonProperty("bad")
    BAD(2),
    @JsonProperty("neutral")
    NEUTRAL(3),
    @JsonProperty("good")
    GOOD(4),
    @JsonProperty("great")
    GREAT(5);

    private final int value;

    Score(int value) {
        this.value = value;
    }

    /** 1 (horrible) to 5 (great). */
    public int value() {
        return value;
    }
}
