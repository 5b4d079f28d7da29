package dev.dictamen.stack.parts;

/** Asks a part whether it is usable now. An answer takes seconds at most; whatever goes wrong means: not yet. */
@FunctionalInterface
public interface Probe {
    boolean isReady() throws InterruptedException;
}
