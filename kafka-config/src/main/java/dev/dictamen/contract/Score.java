package dev.dictamen.contract;

/** The five grades, from worst to best; {@link #value()} is the 1-5 scale that CSAT uses. */
public enum Score implements Word {
    HORRIBLE(1),
    BAD(2),
    NEUTRAL(3),
    GOOD(4),
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
