package dev.dictamen.simulator.replica;

import java.time.Duration;

/** A Prometheus histogram of seconds. */
final class Histogram {
    private static final double[] BOUNDS = {
        0.001, 0.005, 0.01, 0.02, 0.04, 0.08, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 60, 120, 240, 960
    };

    private final String name;
    private final long[] counts = new long[BOUNDS.length];
    private long count;
    private double sum;

    Histogram(String name) {
        this.name = name;
    }

    void add(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        for (int i = 0; i < BOUNDS.length; i++) {
            counts[i] += seconds <= BOUNDS[i] ? 1 : 0;
        }
        count++;
        sum += seconds;
    }

    void writeTo(StringBuilder text, String labels) {
        text.append("# TYPE ").append(name).append(" histogram\n");
        for (int i = 0; i < BOUNDS.length; i++) {
            bucket(text, labels, String.valueOf(BOUNDS[i]), counts[i]);
        }
        bucket(text, labels, "+Inf", count);
        text.append(name)
                .append("_sum{")
                .append(labels)
                .append("} ")
                .append(sum)
                .append('\n');
        text.append(name)
                .append("_count{")
                .append(labels)
                .append("} ")
                .append((double) count)
                .append('\n');
    }

    private void bucket(StringBuilder text, String labels, String bound, long value) {
        text.append(name)
                .append("_bucket{le=\"")
                .append(bound)
                .append("\",")
                .append(labels)
                .append("} ")
                .append((double) value)
                .append('\n');
    }
}
