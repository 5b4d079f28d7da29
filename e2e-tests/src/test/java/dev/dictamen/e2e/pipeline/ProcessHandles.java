package dev.dictamen.e2e.pipeline;

import java.nio.file.Path;
import java.util.List;

/** Processes of this machine that belong to a stack, found by its home folder in their command line. */
final class ProcessHandles {
    private ProcessHandles() {}

    static List<String> startedFrom(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .map(process -> process.pid() + " " + process.info().command().orElse("?"))
                .toList();
    }
}
