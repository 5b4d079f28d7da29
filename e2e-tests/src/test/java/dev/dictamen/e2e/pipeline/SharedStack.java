package dev.dictamen.e2e.pipeline;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One stack with the demo for all classes that register this: a start takes half a minute. It runs before each test, also
 * where the test before has killed or stopped it, and ends with the last class at the latest.
 */
final class SharedStack implements BeforeAllCallback, BeforeEachCallback {
    private static @Nullable RunningStack current;

    RunningStack get() {
        if (current == null) {
            throw new IllegalStateException("no class that registers this has begun yet");
        }
        return current;
    }

    /** Starts another in the home of the one that was killed or stopped. */
    RunningStack startAgain() throws IOException, InterruptedException {
        current = RunningStack.startWithDemo(get().home());
        return current;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        if (current == null) {
            current = RunningStack.startWithDemo(StackHome.fresh("shared"));
            AutoCloseable end = () -> get().close();
            context.getRoot().getStore(Namespace.GLOBAL).put(SharedStack.class, end);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
        if (!get().isRunning()) {
            startAgain();
        }
    }
}
