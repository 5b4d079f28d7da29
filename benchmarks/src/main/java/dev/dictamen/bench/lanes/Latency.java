package dev.dictamen.bench.lanes;

/** How long a replica takes: whatever its load, or the longer the fuller it is. */
public enum Latency {
    CONSTANT,
    LOAD
}
