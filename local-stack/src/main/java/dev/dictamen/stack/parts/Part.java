package dev.dictamen.stack.parts;

/** One thing that the stack starts and stops. Stopping is safe at any time, also while it starts or when it never did. */
public interface Part {
    String name();

    /** Starts the part and returns when it is usable. @throws PartFailedException naming the cause and the remedy */
    void start() throws InterruptedException;

    /** Lets the part finish what it holds, then ends it; returns when it has ended. */
    void stop();

    /** Ends the part at once. */
    void kill();
}
