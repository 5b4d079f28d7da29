package dev.dictamen.stack.parts;

import org.jspecify.annotations.Nullable;

/** A part did not become usable: which one, why, and what a person can do about it. */
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String part;
    private final String remedy;

    public PartFailedException(String part, String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.part = part;
        this.remedy = remedy;
    }

    public String part() {
        return part;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
