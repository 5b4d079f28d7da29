package dev.dictamen.stack.terminal;

import picocli.CommandLine.Option;

/** The option {@code -o} of commands that can answer in JSON. */
public final class Output {
    @Option(names = "-o", paramLabel = "FORMAT", description = "json, for programs")
    private OutputFormat format = OutputFormat.TEXT;

    public OutputFormat format() {
        return format;
    }
}
