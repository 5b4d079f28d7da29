package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Playwright specs of {@code e2e-tests/browser}, run against a stack. */
final class Browser {
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private Browser() {}

    static @Nullable String path() {
        var configured = System.getenv("CHROMIUM_PATH");
        return configured != null
                ? configured
                : USUAL_PLACES.stream()
                        .filter(place -> Files.isExecutable(Path.of(place)))
                        .findFirst()
                        .orElse(null);
    }

    static int runSpecs(Path folder, RunningStack stack) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("npx", "playwright", "test")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var settings = stack.settings();
        var environment = builder.environment();
        environment.put("E2E_BASE_URL", stack.address());
        environment.put("E2E_USERNAME", RunningStack.USER);
        environment.put("E2E_PASSWORD", RunningStack.PASSWORD);
        environment.put("E2E_INGEST_URL", "http://127.0.0.1:" + settings.get("INGEST_PORT"));
        environment.put("E2E_INGEST_API_KEY", settings.getOrDefault("INGEST_API_KEY", ""));
        environment.put("CHROMIUM_PATH", String.valueOf(path()));
        var specs = builder.start();
        // not inherited: the test's own standard output is the channel to its runner
        specs.inputReader().lines().forEach(System.out::println);
        return specs.waitFor();
    }
}
