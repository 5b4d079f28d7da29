package dev.dictamen.stack.parts;

import dev.dictamen.stack.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part that is a child process. Once it has been usable it is kept alive: when it dies it is started again after a pause
 * that grows with each early death, and the terminal says so.
 */
public final class ChildPart implements Part {
    private static final long POLL_MS = 100;

    private final Launch launch;
    private final String mark;
    private final Probe probe;
    private final Terminal terminal;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Child child;

    /** @param mark a word of the command line by which a later start knows this child */
    public ChildPart(Launch launch, String mark, Probe probe, Terminal terminal) {
        this.launch = launch;
        this.mark = mark;
        this.probe = probe;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public void start() throws InterruptedException {
        var started = spawn();
        if (started != null) {
            awaitReady(started);
            Thread.ofVirtual().name("keep-" + name()).start(() -> keepAlive(started));
        }
    }

    private synchronized @Nullable Child spawn() {
        if (isStopping()) {
            return null;
        }
        try {
            child = Child.start(launch, mark);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Child started) throws InterruptedException {
        while (!isStopping()) {
            if (!started.isAlive()) {
                throw failure(started.endReason());
            }
            if (probe.isReady()) {
                return;
            }
            if (started.age().compareTo(launch.readyWithin()) > 0) {
                throw failure("not usable after %s; %s"
                        .formatted(Terminal.seconds(launch.readyWithin()), started.endReason()));
            }
            if (stopping.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private PartFailedException failure(String reason) {
        var remedy = reason.contains("already in use")
                ? "another program has its port: end that one, or for the gateway choose another with --port N"
                : "read " + launch.files().log() + ", then start again";
        return new PartFailedException(name(), reason, remedy, null);
    }

    private void keepAlive(Child first) {
        @Nullable Child current = first;
        try {
            while (current != null) {
                int exitCode = current.awaitEnd();
                var delay = backoff.after(current.age());
                if (!isStopping()) {
                    terminal.failed("%s ended with exit code %d; starting it again in %s"
                            .formatted(name(), exitCode, Terminal.seconds(delay)));
                }
                if (stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                current = revive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Child revive() throws InterruptedException {
        var next = spawn();
        if (next == null) {
            return null;
        }
        try {
            awaitReady(next);
            if (!isStopping()) {
                terminal.done(name() + " is back", next.age());
            }
        } catch (PartFailedException e) {
            terminal.failed(name() + ": " + e.reason());
            next.kill();
        }
        return next;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    @Override
    public void stop() {
        end(Child::stop);
    }

    @Override
    public void kill() {
        end(Child::kill);
    }

    private void end(Consumer<Child> how) {
        stopping.countDown();
        Child last;
        synchronized (this) {
            last = child;
        }
        if (last == null) {
            return;
        }
        how.accept(last);
        try {
            new PidFile(launch.files().pidFile()).delete();
        } catch (IOException e) {
            terminal.failed(name() + ": cannot delete " + launch.files().pidFile());
        }
    }
}
