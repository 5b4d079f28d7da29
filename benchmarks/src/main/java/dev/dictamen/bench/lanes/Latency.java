package dev.dictamen.bench.lanes;

/** How long a replica takes: whatever its load, or the longer the fuller it is. */
public enum Latency {
    CONSTANT,
    LOAD;

    /** Flags of a replica with so many slots, whose calls take 0.8 s while it is empty, some of them much longer. */
    public String[] flags(int slots) {
        return new String[] {
            "--max-num-seqs=" + slots,
            "--time-factor-under-load=" + (this == LOAD ? "3" : "1"),
            "--time-to-first-token=800ms",
            "--inter-token-latency=0ms",
            "--latency-distribution=lognormal",
            "--latency-sigma=0.3"
        };
    }
}
