package dev.dictamen.bench.rig;

/** What a person sees while a benchmark runs; the result alone goes to standard output. */
public final class Progress {
    private Progress() {}

    public static void say(String line) {
        System.err.println(line);
    }
}
