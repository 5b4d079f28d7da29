package dev.dictamen.simulator;

import dev.dictamen.simulator.api.Router;
import dev.dictamen.simulator.engine.Timers;
import dev.dictamen.simulator.http.Connection;
import dev.dictamen.simulator.http.HttpListener;
import dev.dictamen.simulator.journal.Journal;
import dev.dictamen.simulator.options.Flag;
import dev.dictamen.simulator.options.SimulatorOptions;
import dev.dictamen.simulator.replica.Replica;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running replica. Thread-safe. One event loop, a daemon thread, does everything, so that hundreds of waiting calls cost
 * next to nothing; several replicas may run in one JVM.
 */
public final class VllmSimulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(VllmSimulator.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();
    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Journal journal;
    private final Replica replica;
    private final InetSocketAddress address;
    private @Nullable HttpListener listener;
    private @Nullable Thread loading;
    private boolean closed;

    private VllmSimulator(SimulatorOptions options) throws IOException {
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("vllm-simulator", true), NioIoHandler.newFactory());
        loop = group.next();
        try {
            journal = Journal.open(options.journalFile());
            var bound = HttpListener.bind(address(options), group);
            address = new InetSocketAddress(address(options).getAddress(), bound.port());
            replica = new Replica(bound.port(), options, timers(), journal, clock);
            listener = bound;
        } catch (IOException e) {
            group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw e;
        }
        begin(listener, options.duration(Flag.STARTUP_DURATION));
    }

    /** Serves, at once or after a time in which the port refuses whoever comes, as it does while a model loads. */
    private void begin(HttpListener bound, Duration startup) {
        if (startup.isZero()) {
            serve(bound);
            return;
        }
        bound.close();
        listener = null;
        loading = Thread.ofVirtual().name("vllm-simulator-loading").start(() -> load(startup));
    }

    private void load(Duration startup) {
        try {
            Thread.sleep(startup);
            open();
        } catch (InterruptedException e) {
            log.info("event=simulator-stopped-while-loading port={}", address.getPort());
        } catch (IOException e) {
            log.error("event=simulator-cannot-listen-after-loading port={}", address.getPort(), e);
        }
    }

    private synchronized void open() throws IOException {
        if (!closed) {
            listener = HttpListener.bind(address, group);
            serve(listener);
        }
    }

    private void serve(HttpListener bound) {
        var router = new Router(replica);
        var keepAlive = replica.options().duration(Flag.TIMEOUT_KEEP_ALIVE);
        bound.serve(() -> new Connection(router, keepAlive, clock));
    }

    /**
     * Starts a replica; it answers as soon as this returns, or after {@code --startup-duration}.
     *
     * @throws UncheckedIOException the port is taken, or the journal cannot be opened
     */
    public static VllmSimulator start(SimulatorOptions options) {
        try {
            var simulator = new VllmSimulator(options);
            log.info("event=simulator-started port={} model={}", simulator.port(), options.get(Flag.SERVED_MODEL_NAME));
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The port it listens on, the real one where 0 was asked for. */
    public int port() {
        return address.getPort();
    }

    /**
     * Changes flags while it runs; they hold for the calls that begin after this returns.
     *
     * @throws IllegalArgumentException a flag is unknown, wrong, or fixed at the start
     */
    public void configure(String... flags) {
        onLoop(() -> replica.reconfigure(replica.options().withChanged(flags)));
    }

    /** The calls that have ended, oldest first, one JSON object a line: {@code GET /admin/journal}. */
    public String journal() {
        return journal.asNdjson();
    }

    /**
     * Stops as vLLM does on SIGTERM: new calls are aborted at once (200, {@code finish_reason: abort}), running ones may
     * finish within {@code --shutdown-timeout}, and what is left then is aborted. A second close does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (loading != null) {
            loading.interrupt();
        }
        drain(replica.options().duration(Flag.SHUTDOWN_TIMEOUT));
        onLoop(replica.engine()::abortAll);
        if (listener != null) {
            listener.close();
        }
        group.shutdownGracefully(0, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2 * LAST_ANSWERS.toMillis());
        closeJournal();
        log.info("event=simulator-stopped port={}", replica.port());
    }

    private void drain(Duration timeout) {
        if (timeout.isZero()) {
            return;
        }
        var idle = new CountDownLatch(1);
        onLoop(() -> replica.engine().drain(idle::countDown));
        try {
            idle.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeJournal() {
        try {
            journal.close();
        } catch (IOException e) {
            log.warn("event=journal-unclosed port={}", replica.port(), e);
        }
    }

    private void onLoop(Runnable task) {
        var done = loop.submit(task).awaitUninterruptibly();
        if (done.cause() instanceof RuntimeException wrong) {
            throw wrong;
        }
    }

    private Timers timers() {
        return (delay, task) -> {
            var scheduled = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        };
    }

    private static InetSocketAddress address(SimulatorOptions options) {
        var host = options.get(Flag.HOST);
        int port = options.integer(Flag.PORT);
        return host.isEmpty()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(host, port);
    }
}
