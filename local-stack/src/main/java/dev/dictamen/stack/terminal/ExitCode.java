package dev.dictamen.stack.terminal;

/** How a command ends, as every {@code --help} lists it. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** What was asked for makes no sense, or names what is not there. */
    public static final int MISUSED = 2;
    /** Done in part: lines were rejected, or calls are still under way. */
    public static final int PARTLY = 3;
    /** Ended by a second Ctrl-C. */
    public static final int ENDED_HARD = 130;

    private ExitCode() {}
}
