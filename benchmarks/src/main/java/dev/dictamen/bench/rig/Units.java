package dev.dictamen.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The systemd units of host A: what is measured runs with the options that they start a service with. */
final class Units {
    private static final Pattern START = Pattern.compile("^ExecStart=\\S+/java (.*) -jar ", Pattern.MULTILINE);
    /** Other options, to compare collectors, heaps and compilers. */
    private static final String INSTEAD = "DICTAMEN_BENCH_JVM";

    private final Path folder;

    Units(Path project) {
        this.folder = project.resolve("systemd").resolve("host-a");
    }

    /** Options of a module's JVM, separated by blanks. */
    String jvmOf(String module) throws IOException {
        var instead = System.getenv(INSTEAD);
        if (instead != null) {
            return instead;
        }
        try (var units = Files.newDirectoryStream(folder, "dictamen-" + module + "*.service")) {
            var start = START.matcher(Files.readString(units.iterator().next()));
            if (!start.find()) {
                throw new IOException("no ExecStart with java in the unit of " + module);
            }
            return start.group(1);
        }
    }
}
