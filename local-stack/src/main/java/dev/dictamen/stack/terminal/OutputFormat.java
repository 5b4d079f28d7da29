package dev.dictamen.stack.terminal;

/** In which form a command answers: for a person, or for a program. */
public enum OutputFormat {
    TEXT,
    JSON;

    public boolean isJson() {
        return this == JSON;
    }
}
