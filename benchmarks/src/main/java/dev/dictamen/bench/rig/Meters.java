package dev.dictamen.bench.rig;

import java.util.List;
import java.util.regex.Pattern;

/** The samples of a Prometheus page. */
public final class Meters {
    private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{([^}]*)})? (\\S+)$", Pattern.MULTILINE);

    private final List<Sample> samples;

    private Meters(List<Sample> samples) {
        this.samples = samples;
    }

    private record Sample(String name, String labels, double value) {}

    /** @param page as a service prints it */
    public static Meters read(String page) {
        return new Meters(SAMPLE.matcher(page)
                .results()
                .map(result -> new Sample(
                        result.group(1),
                        result.group(2) == null ? "" : result.group(2),
                        Double.parseDouble(result.group(3))))
                .toList());
    }

    /** The sum of a metric's samples whose labels contain all of these words. */
    public double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample ->
                        sample.name.equals(name) && List.of(labels).stream().allMatch(sample.labels::contains))
                .mapToDouble(Sample::value)
                .sum();
    }
}
