package dev.dictamen.stack.boot;

import dev.dictamen.stack.demo.DemoFeed;
import dev.dictamen.stack.demo.DemoSource;
import dev.dictamen.stack.home.EnvFile;
import dev.dictamen.stack.home.Home;
import dev.dictamen.stack.home.HomeLock;
import dev.dictamen.stack.home.Secrets;
import dev.dictamen.stack.home.StackSettings;
import dev.dictamen.stack.parts.Orphans;
import dev.dictamen.stack.parts.PartFailedException;
import dev.dictamen.stack.terminal.ExitCode;
import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/** One run of the stack: starts it, keeps it until it is told to stop, and stops it in order. */
final class StackRun {
    private final Home home;
    private final StackSettings settings;
    private final Terminal terminal;
    private final Clock clock;
    private final Map<String, String> given = System.getenv();
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Void> toldToStop = new CompletableFuture<>();

    StackRun(Home home, StackSettings settings, Terminal terminal, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Returns how it ended, as an exit code. */
    int run(RunOptions options) throws IOException, InterruptedException {
        home.create();
        // before any part's thread writes its first line
        LoggerFactory.getILoggerFactory();
        var lock = HomeLock.tryTake(home);
        if (lock.isEmpty()) {
            terminal.say("A stack is already running in " + home.folder() + ": stop it first (Ctrl-C in its terminal),"
                    + " or set DICTAMEN_HOME to another folder.");
            return ExitCode.FAILED;
        }
        try (HomeLock held = lock.get()) {
            return runAlone(options);
        }
    }

    private int runAlone(RunOptions options) throws IOException, InterruptedException {
        Files.deleteIfExists(home.addressesFile());
        var orphans = new Orphans(home.run()).end();
        if (!orphans.isEmpty()) {
            terminal.say("  ended what an earlier run left behind: " + String.join(", ", orphans));
        }
        var ports = new Ports(settings, new Random());
        if (!ports.isFree(options.port())) {
            terminal.failed("api-gateway: port %d is taken; choose another one: ./dictamen run --port %d"
                    .formatted(options.port(), options.port() + 1000));
            return ExitCode.FAILED;
        }
        var secrets = Secrets.load(home, given);
        var project = Path.of(System.getProperty("dictamen.project", "."))
                .toAbsolutePath()
                .normalize();
        var planned = new StackPlan(home, settings, terminal).plan(project, ports, options, secrets, given);
        if (planned.demo().isPresent()) {
            planned.demo().get().writeMapping();
        }
        return keep(planned, options, secrets);
    }

    private int keep(StackPlan.Planned planned, RunOptions options, Secrets secrets)
            throws IOException, InterruptedException {
        var stack = planned.stack();
        new Signals(() -> toldToStop.complete(null), () -> endHard(stack)).install();
        try {
            return stack.start(toldToStop) ? serve(planned, options, secrets) : stopped(stack);
        } catch (PartFailedException e) {
            return failed(stack, e);
        }
    }

    private int serve(StackPlan.Planned planned, RunOptions options, Secrets secrets)
            throws IOException, InterruptedException {
        new EnvFile(home.addressesFile()).write(planned.addresses().values());
        var took = Duration.ofNanos(System.nanoTime() - startedNanos);
        new Welcome(terminal).say(settings.address("page.address", options.port()), secrets, given, took);
        secrets.forgetPassword();
        try (var demo = planned.demo().isPresent() ? demo(planned.demo().get()) : null) {
            toldToStop.join();
        }
        return stopped(planned.stack());
    }

    private DemoFeed demo(DemoSource source) throws IOException {
        var feed = new DemoFeed(source.database(), home.demoPause(), clock);
        feed.start(settings.millis("demo.every-ms"));
        return feed;
    }

    private int failed(LocalStack stack, PartFailedException failure) throws IOException {
        terminal.failed(failure.part() + ": " + failure.reason());
        terminal.say("    " + failure.remedy());
        stopAll(stack);
        return ExitCode.FAILED;
    }

    private int stopped(LocalStack stack) throws IOException {
        terminal.say("Stopping; a second Ctrl-C ends it at once.");
        stopAll(stack);
        terminal.say("Stopped.");
        return ExitCode.DONE;
    }

    private void stopAll(LocalStack stack) throws IOException {
        Files.deleteIfExists(home.addressesFile());
        stack.stop();
    }

    private void endHard(LocalStack stack) {
        stack.kill();
        Runtime.getRuntime().halt(ExitCode.ENDED_HARD);
    }
}
