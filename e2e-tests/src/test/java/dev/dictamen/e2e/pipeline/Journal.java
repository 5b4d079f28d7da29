package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated replicas were asked, from the journals that they append to: one line a request. */
record Journal(List<JsonNode> requests) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Journal of(RunningStack stack) throws IOException {
        var requests = new ArrayList<JsonNode>();
        try (var files = Files.list(stack.home().resolve("state"))) {
            for (var file : files.filter(Journal::isJournal).toList()) {
                Files.readAllLines(file).forEach(line -> requests.add(JSON.readTree(line)));
            }
        }
        return new Journal(requests);
    }

    private static boolean isJournal(Path file) {
        return file.getFileName().toString().contains("journal");
    }

    /** Calls whose client went away before the answer: what was in flight at a kill. */
    long aborted() {
        return requests.stream()
                .filter(request -> request.path("outcome").asString("").equals("aborted"))
                .count();
    }

    /** First attempts that were made for an evaluation whose first attempt had been made before. */
    long repeatedFirstAttempts() {
        Map<String, Long> firsts = requests.stream()
                .map(request -> request.path("requestId").asString(""))
                .filter(id -> id.endsWith("/1"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return firsts.values().stream().mapToLong(count -> count - 1).sum();
    }
}
