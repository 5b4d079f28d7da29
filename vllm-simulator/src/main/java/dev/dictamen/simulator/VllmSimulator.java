package dev.dictamen.simulator;

import dev.dictamen.simulator.engine.Timers;
import dev.dictamen.simulator.journal.Journal;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running replica. Thread-safe. One event loop, a daemon thread, does everything, so that hundreds of waiting calls cost
 * next to nothing; several replicas may run in one JVM.
 */
public final class VllmSimulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VllmSimulator.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Journal journal;
    private final HttpListener listener;
    private final Replica replica;
    private boolean closed;

    private VllmSimulator(SimulatorOptions options) throws IOException {
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("vllm-simulator", true), NioIoHandler.newFactory());
        loop = group.next();
        try {
            journal = Journal.open(options.journalFile());
            listener = HttpListener.bind(address(options), group);
        } catch (IOException e) {
            group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw e;
        }
        replica = new Replica(listener.port(), options, timers(), journal);
        var router = new Router(replica);
        var keepAlive = options.duration(Flag.TIMEOUT_KEEP_ALIVE);
        listener.serve(() -> new Connection(router, keepAlive));
    }

    /**
     * Starts a replica; it answers as soon as this returns.
     *
     * @throws UncheckedIOException the port is taken, or the journal cannot be opened
     */
    public static VllmSimulator start(SimulatorOptions options) {
        try {
            var simulator = new VllmSimulator(options);
            LOG.info("simulator=started port={} model={}", simulator.port(), options.get(Flag.SERVED_MODEL_NAME));
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The port it listens on, the real one where 0 was asked for. */
    public int port() {
        return listener.port();
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
        drain(replica.options().duration(Flag.SHUTDOWN_TIMEOUT));
        onLoop(replica.engine()::abortAll);
        listener.close();
        group.shutdownGracefully(0, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2 * LAST_ANSWERS.toMillis());
        closeJournal();
        LOG.info("simulator=stopped port={}", replica.port());
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
            LOG.warn("journal=unclosed port={}", replica.port(), e);
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
