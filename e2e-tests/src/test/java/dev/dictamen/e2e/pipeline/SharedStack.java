package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One stack for all classes that register the same of these: a start takes half a minute. It runs before each test, also
 * where the test before has killed or stopped it, and ends with the last class at the latest.
 */
final class SharedStack implements BeforeAllCallback, BeforeEachCallback {
    /** Chats of the demo come by themselves. */
    static final SharedStack WITH_DEMO = new SharedStack("shared", RunningStack::startWithDemo);

    /** No chat comes but those that tests send. */
    static final SharedStack QUIET = new SharedStack("quiet", RunningStack::start);

    private final String home;
    private final Starting starting;
    private @Nullable RunningStack current;

    private SharedStack(String home, Starting starting) {
        this.home = home;
        this.starting = starting;
    }

    /** How a stack comes to run in a folder. */
    private interface Starting {
        RunningStack start(Path home) throws IOException, InterruptedException;
    }

    RunningStack get() {
        if (current == null) {
            throw new IllegalStateException("no class that registers this has begun yet");
        }
        return current;
    }

    /** Starts another in the home of the one that was killed or stopped. */
    RunningStack startAgain() throws IOException, InterruptedException {
        current = starting.start(get().home());
        return current;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        if (current == null) {
            current = starting.start(StackHome.fresh(home));
            AutoCloseable end = () -> get().close();
            context.getRoot().getStore(Namespace.GLOBAL).put(this, end);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
        if (!get().isRunning()) {
            startAgain();
        }
    }
}
