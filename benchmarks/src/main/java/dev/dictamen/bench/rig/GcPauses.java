package dev.dictamen.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The pauses that a service's collector made since a moment, from the log that its JVM writes ({@code -Xlog:gc}). */
public final class GcPauses {
    private static final Pattern PAUSE = Pattern.compile("Pause .* ([0-9.]+)ms$");

    private final Path log;
    private final int before;

    private GcPauses(Path log) throws IOException {
        this.log = log;
        this.before = all().size();
    }

    /** From now on. */
    static GcPauses in(Path log) throws IOException {
        return new GcPauses(log);
    }

    /** How many there were, and how long they were, ms. */
    public Map<String, Object> figures() throws IOException {
        var all = all();
        var millis = all.subList(before, all.size()).stream().sorted().toList();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("count", millis.size());
        if (!millis.isEmpty()) {
            figures.put("p50Millis", millis.get(millis.size() / 2));
            figures.put("p99Millis", millis.get(millis.size() * 99 / 100));
            figures.put(
                    "sumMillis",
                    millis.stream().mapToDouble(Double::doubleValue).sum());
        }
        return figures;
    }

    private List<Double> all() throws IOException {
        return Files.readAllLines(log).stream()
                .flatMap(line -> PAUSE.matcher(line).results())
                .map(pause -> Double.valueOf(pause.group(1)))
                .toList();
    }
}
