package dev.dictamen.stack.boot;

import dev.dictamen.stack.parts.Part;
import dev.dictamen.stack.parts.PartFailedException;
import dev.dictamen.stack.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Starts parts, each as soon as those before it are usable, and stops them in order: the parts of one group together, group
 * after group.
 */
final class LocalStack {
    private final List<PlannedPart> parts;
    private final List<List<Part>> stopOrder;
    private final Terminal terminal;
    private final ExecutorService starts = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("start-", 0).factory());

    LocalStack(List<PlannedPart> parts, List<List<Part>> stopOrder, Terminal terminal) {
        this.parts = List.copyOf(parts);
        this.stopOrder = List.copyOf(stopOrder);
        this.terminal = terminal;
    }

    /** A part and the parts that must be usable before it starts; these come earlier in the list. */
    record PlannedPart(Part part, List<Part> after) {}

    /**
     * Returns when every part is usable, or earlier, with {@code false}, when a stop was asked for.
     *
     * @throws PartFailedException of the first part that is not usable; call {@link #stop} then
     */
    boolean start(CompletableFuture<Void> toldToStop) {
        Map<Part, CompletableFuture<Void>> usable = new HashMap<>();
        var firstFailure = new CompletableFuture<Void>();
        for (var planned : parts) {
            var before = planned.after().stream().map(usable::get).toArray(CompletableFuture<?>[]::new);
            var started = CompletableFuture.allOf(before).thenRunAsync(() -> start(planned.part()), starts);
            started.whenComplete((done, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
            usable.put(planned.part(), started);
        }
        var all = CompletableFuture.allOf(usable.values().toArray(CompletableFuture<?>[]::new));
        await(CompletableFuture.anyOf(all, firstFailure, toldToStop));
        return !toldToStop.isDone();
    }

    private static void await(CompletableFuture<?> outcome) {
        try {
            outcome.join();
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    private static PartFailedException failure(Throwable wrapped) {
        @Nullable Throwable cause = wrapped;
        while (cause != null && !(cause instanceof PartFailedException)) {
            cause = cause.getCause();
        }
        return cause instanceof PartFailedException failure
                ? failure
                : new PartFailedException("stack", wrapped.toString(), "read logs/stack.log", wrapped);
    }

    private void start(Part part) {
        long startNanos = System.nanoTime();
        try {
            part.start();
            terminal.done(part.name(), Duration.ofNanos(System.nanoTime() - startNanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything in order; safe while a start is under way. */
    void stop() {
        starts.shutdownNow();
        for (var group : stopOrder) {
            var stops = new ArrayList<Thread>();
            group.forEach(part ->
                    stops.add(Thread.ofPlatform().name("stop-" + part.name()).start(part::stop)));
            stops.forEach(LocalStack::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything at once. */
    void kill() {
        stopOrder.forEach(group -> group.forEach(Part::kill));
    }
}
