package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The report that an import leaves: one JSON object a rejected line. */
record ImportReport(List<Integer> lines) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static ImportReport newest(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var newest = files.max(
                            Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow();
            return new ImportReport(Files.readAllLines(newest).stream()
                    .map(line -> JSON.readTree(line).get("line").asInt())
                    .toList());
        }
    }
}
