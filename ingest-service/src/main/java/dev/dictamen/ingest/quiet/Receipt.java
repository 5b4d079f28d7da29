package dev.dictamen.ingest.quiet;

/** What a signal waits for: called once, when its chat has been read and whatever it gave is safe on Kafka. */
@FunctionalInterface
public interface Receipt {
    /** Nobody waits. */
    Receipt NONE = () -> {};

    void done();
}
